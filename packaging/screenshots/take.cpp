// SPDX-License-Identifier: GPL-3.0-or-later
// usage: carveout-screenshots CASE FOLDER light|dark [WIDTHxHEIGHT [empty]]
// Goes through every place of the window on CASE and saves a picture of each in FOLDER; with "empty", of what a place
// says while there is nothing in it. CASE is made where it is not there. packaging/screenshots.sh calls it.
#include "model/reader/reader_host.h"
#include "ui/case_frame.h"
#include "ui/common/appearance.h"
#include "ui/common/prompts.h"
#include "ui/main_window.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTextStream>

namespace {

/// Answers of other threads, pages from their reader: nothing says when the last of them is there.
constexpr int settlingMs = 1500;

class Photographer {
public:
    Photographer(ui::MainWindow &window, const QString &folder)
        : m_window(window)
        , m_folder(folder)
    {
    }

    void settle() const
    {
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < settlingMs)
            QApplication::processEvents(QEventLoop::AllEvents, 50);
    }
    void save(const QString &name) { save(name, m_window); }
    void saveHelp(const QString &name)
    {
        if (auto *help = find<QWidget>("helpWindow")) {
            save(name, *help);
            help->hide();
        }
    }
    void act(const char *name)
    {
        auto *action = m_window.findChild<QAction *>(QString::fromLatin1(name));
        if (action)
            action->trigger();
        else
            fail(QStringLiteral("There is no action called %1.").arg(QLatin1String(name)));
        settle();
    }
    void press(const char *widget, int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        if (auto *receiver = find<QWidget>(widget)) {
            receiver->setFocus();
            for (const auto type : {QEvent::KeyPress, QEvent::KeyRelease}) {
                QKeyEvent event(type, key, modifiers);
                QApplication::sendEvent(receiver, &event);
            }
        }
        settle();
    }
    void type(const char *line, const QString &text)
    {
        if (auto *edit = find<QLineEdit>(line)) {
            edit->setFocus();
            edit->selectAll();
            for (const QChar c : text) {
                QKeyEvent event(QEvent::KeyPress, 0, Qt::NoModifier, QString(c));
                QApplication::sendEvent(edit, &event);
            }
        }
        settle();
    }
    template <class T> T *find(const char *name)
    {
        auto *found = m_window.findChild<T *>(QString::fromLatin1(name));
        if (!found)
            fail(QStringLiteral("There is no widget called %1.").arg(QLatin1String(name)));
        return found;
    }
    bool isSound() const { return m_isSound; }

private:
    void save(const QString &name, QWidget &window)
    {
        settle();
        const QString path = m_folder + u'/' + name + QStringLiteral(".png");
        if (!window.grab().save(path))
            fail(QStringLiteral("%1 could not be written.").arg(path));
    }
    void fail(const QString &sentence)
    {
        QTextStream(stderr) << "carveout-screenshots: " << sentence << '\n';
        m_isSound = false;
    }

    ui::MainWindow &m_window;
    const QString m_folder;
    bool m_isSound = true;
};

/// The document whose file name begins so.
void openDocument(Photographer &camera, const QString &name)
{
    auto *tree = camera.find<QAbstractItemView>("documentTree");
    if (!tree)
        return;
    const QModelIndexList found = tree->model()->match(tree->model()->index(0, 0), Qt::DisplayRole, name, 1,
                                                       Qt::MatchContains | Qt::MatchRecursive);
    if (!found.isEmpty())
        tree->setCurrentIndex(found.front());
    camera.press("documentTree", Qt::Key_Return);
}

void goThrough(Photographer &camera, ui::MainWindow &window)
{
    camera.settle();
    openDocument(camera, QStringLiteral("Extended access"));
    camera.save(QStringLiteral("read"));
    camera.act("nextTag");
    camera.act("linkEvidence");
    camera.save(QStringLiteral("read-tag"));
    camera.press("pageView", Qt::Key_Escape);
    camera.act("goToSuggestions");
    camera.save(QStringLiteral("suggestions"));
    camera.act("findInDocument");
    camera.type("findText", QStringLiteral("message"));
    camera.save(QStringLiteral("find-in-document"));
    camera.press("findText", Qt::Key_Escape);
    camera.act("facingPages");
    camera.save(QStringLiteral("facing-pages"));
    camera.act("facingPages");
    camera.act("search");
    camera.type("searchBox", QStringLiteral("private mess"));
    camera.save(QStringLiteral("search-box"));
    camera.type("searchBox", QStringLiteral("\"private messages\""));
    camera.press("searchBox", Qt::Key_Return);
    camera.save(QStringLiteral("search-hits"));
    camera.act("viewMatrix");
    camera.press("matrixTable", Qt::Key_Home, Qt::ControlModifier);
    camera.press("matrixTable", Qt::Key_Right); // the first cell that is not empty
    camera.save(QStringLiteral("matrix"));
    camera.act("viewTimeline");
    camera.save(QStringLiteral("timeline"));
    camera.act("goRegister");
    camera.press("registerList", Qt::Key_Down);
    camera.save(QStringLiteral("partners"));
    camera.act("goCase");
    camera.save(QStringLiteral("about-the-case"));
    camera.act("viewRead");
    camera.act("exportCsv");
    camera.save(QStringLiteral("export"));
    camera.act("helpKeyboard");
    camera.saveHelp(QStringLiteral("help-keyboard"));
    camera.act("helpSearch");
    camera.saveHelp(QStringLiteral("help-search"));
    window.closeCase();
}

/// What each place says while there is nothing in it.
void goThroughEmpty(Photographer &camera, ui::MainWindow &window)
{
    camera.save(QStringLiteral("empty-read"));
    camera.act("search");
    camera.type("searchBox", QStringLiteral("Larkspur"));
    camera.save(QStringLiteral("empty-search-box"));
    camera.press("searchBox", Qt::Key_Return);
    camera.save(QStringLiteral("empty-search-hits"));
    camera.act("viewMatrix");
    camera.save(QStringLiteral("empty-matrix"));
    camera.act("viewTimeline");
    camera.save(QStringLiteral("empty-timeline"));
    camera.act("goRegister");
    camera.save(QStringLiteral("empty-partners"));
    camera.act("goDecisions");
    camera.save(QStringLiteral("empty-history"));
    window.closeCase();
}

/// "1280x800"; nothing for what is no size.
QSize sizeFrom(const QString &words)
{
    return {words.section(u'x', 0, 0).toInt(), words.section(u'x', 1, 1).toInt()};
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList words = QApplication::arguments();
    const QSize size = words.size() > 4 ? sizeFrom(words[4]) : QSize(1280, 800);
    if (words.size() < 4 || words.size() > 6 || size.isEmpty()) {
        QTextStream(stderr) << "usage: carveout-screenshots CASE FOLDER light|dark [WIDTHxHEIGHT [empty]]\n";
        return 2;
    }
    const bool isEmpty = words.size() > 5;
    QTemporaryDir scratch;
    ui::Preferences preferences(scratch.filePath(QStringLiteral("carveout.ini")));
    ui::applyAppearance(words[3] == QLatin1String("dark") ? ui::Appearance::Dark : ui::Appearance::Light);
    ui::DialogPrompts prompts; // never asked
    ui::MainWindow::Options options;
    options.readerProgram = model::reader::ReaderHost::programBesideThis();
    ui::MainWindow window(preferences, prompts, options);
    window.resize(size);
    window.show();
    Photographer camera(window, words[2]);
    camera.save(QStringLiteral("start"));
    // Queued: it closes the case at its end, and the window must be done with opening it.
    QObject::connect(
        &window, &ui::MainWindow::caseOpened, &window,
        [&] {
            if (isEmpty)
                goThroughEmpty(camera, window);
            else
                goThrough(camera, window);
            QApplication::quit();
        },
        Qt::QueuedConnection);
    if (isEmpty && !QFileInfo::exists(words[1]))
        window.createCase(words[1], {QStringLiteral("Fernbank")});
    else
        window.openCase(words[1]);
    QApplication::exec();
    return camera.isSound() ? 0 : 1;
}
