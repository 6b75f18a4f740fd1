// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/reading_window.h"

#include <QKeySequenceEdit>
#include <QLabel>
#include <QPushButton>
#include <QTextBrowser>
#include <QTreeWidget>

namespace {

class KeysWindow : public ReadingWindow {
public:
    KeysWindow() { act("changeKeys"); }
    /// Chooses the command in the list and types keys for it.
    void type(const QString &command, const QKeySequence &keys) const
    {
        choose(command);
        find<QKeySequenceEdit>("keyEdit")->setKeySequence(keys);
    }
    void choose(const QString &command) const
    {
        auto *keyList = find<QTreeWidget>("keyList");
        const auto items = keyList->findItems(command, Qt::MatchExactly);
        INFO(command.toStdString());
        REQUIRE(items.size() == 1);
        keyList->setCurrentItem(items.front());
    }
    void click(const char *button) const { find<QPushButton>(button)->click(); }
    QString text() const { return find<QLabel>("keyText")->text(); }
    QKeySequence keysOf(const char *action) const { return find<QAction>(action)->shortcut(); }
    void goBackToWindow()
    {
        click("closeKeys");
        window.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&window));
        pages().setFocus();
    }
};

const QKeySequence byB(Qt::CTRL | Qt::Key_B);

} // namespace

TEST_CASE("a command is given other keys, which hold at once and in the next case, and are in the sheet of keys")
{
    KeysWindow driven;
    driven.type(QStringLiteral("Matrix"), byB);
    driven.click("useKeys");
    CHECK(driven.keysOf("viewMatrix") == byB);
    driven.goBackToWindow();
    driven.press(Qt::Key_B, Qt::ControlModifier);
    CHECK(driven.window.frame()->place() == ui::Place::Matrix);
    driven.act("helpKeyboard");
    CHECK(driven.find<QTextBrowser>("helpText")->toPlainText().contains(QStringLiteral("Ctrl+B")));

    driven.window.createCase(driven.path("Next.carveout"), {});
    REQUIRE(eventually([&] { return driven.window.frame() && driven.window.windowTitle().startsWith(u"Next"); }));
    CHECK(driven.keysOf("viewMatrix") == byB);
    CHECK(driven.preferences.chosenKeys(QStringLiteral("viewMatrix")) == QStringLiteral("Ctrl+B"));
}

TEST_CASE("keys that belong to another command are told before they are taken, and all can be as they were")
{
    KeysWindow driven;
    driven.type(QStringLiteral("Matrix"), QKeySequence(Qt::CTRL | Qt::Key_K));
    CHECK(driven.text().startsWith(QStringLiteral("Ctrl+K belongs to “Search everything”.")));
    CHECK(driven.keysOf("search") == QKeySequence(Qt::CTRL | Qt::Key_K));
    driven.click("useKeys");
    CHECK(driven.keysOf("search").isEmpty());
    CHECK(driven.keysOf("viewMatrix") == QKeySequence(Qt::CTRL | Qt::Key_K));
    driven.choose(QStringLiteral("Matrix"));
    driven.click("resetKeys");
    CHECK(driven.keysOf("viewMatrix") == QKeySequence(Qt::CTRL | Qt::Key_2));
    CHECK(driven.keysOf("search").isEmpty());
    driven.click("resetAllKeys");
    CHECK(driven.keysOf("search") == QKeySequence(Qt::CTRL | Qt::Key_K));
    CHECK_FALSE(driven.preferences.chosenKeys(QStringLiteral("search")));
}

TEST_CASE("the same key in two places of the window that are never in view together is no conflict")
{
    KeysWindow driven;
    driven.type(QStringLiteral("Write a note on the finding"), QKeySequence(Qt::CTRL | Qt::Key_G));
    CHECK_FALSE(driven.text().contains(QStringLiteral("belongs to")));
    driven.click("noKeys");
    CHECK(driven.keysOf("findingNote").isEmpty());
}
