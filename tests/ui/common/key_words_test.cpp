// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/key_words.h"

#include "tests/support/catch.h"

#include <QAction>
#include <QLabel>

using ui::KeyedText;
using ui::KeyWords;

namespace {

struct Window : QWidget {
    Window()
    {
        search->setObjectName(QStringLiteral("search"));
        search->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_K));
    }

    QAction *search = new QAction(QStringLiteral("&Search R&&D: this"), this);
    QLabel *label = new QLabel(this);
};

} // namespace

TEST_CASE("a sentence names the key that a command has now, or the command where it has none")
{
    Window window;
    const auto said = [&](const char *text) { return KeyWords(*window.label).in(QString::fromLatin1(text)); };
    CHECK(said("Press {search} twice: {search}.") == QStringLiteral("Press Ctrl+K twice: Ctrl+K."));
    CHECK(said("Search ({search})") == QStringLiteral("Search (Ctrl+K)"));
    window.search->setShortcut(QKeySequence(Qt::Key_F3));
    CHECK(said("Press {search}") == QStringLiteral("Press F3"));
    window.search->setShortcut({});
    CHECK(said("Press {search}.") == QStringLiteral("Press “Search R&D”."));
    CHECK(said("Search everything ({search}) now") == QStringLiteral("Search everything now"));
    CHECK(KeyWords(window).in(QStringLiteral("<p>{search}</p>"), KeyWords::Form::Html) ==
          QStringLiteral("<p>“Search R&amp;D”</p>"));
}

TEST_CASE("what a widget says of keys is said anew when they change")
{
    Window window;
    new KeyedText(window.label,
                  [&](const KeyWords &keys) { window.label->setText(keys.in(QStringLiteral("Press {search}."))); });
    ui::setKeyedToolTip(window.label, QStringLiteral("Search ({search})"));
    CHECK(window.label->text() == QStringLiteral("Press Ctrl+K."));
    window.search->setShortcut(QKeySequence(Qt::Key_F3));
    KeyedText::renew(window);
    CHECK(window.label->text() == QStringLiteral("Press F3."));
    CHECK(window.label->toolTip() == QStringLiteral("Search (F3)"));
}
