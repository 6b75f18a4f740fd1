// SPDX-License-Identifier: GPL-3.0-or-later
// How long the window's thread is away at most while a bundle is imported and a reporter reads, searches and decides.
// usage: bench_window FOLDER; carveout-reader must lie beside it. Run it with QT_QPA_PLATFORM=offscreen or a display.
#include "model/reader/reader_host.h"
#include "ui/case_frame.h"
#include "ui/common/activity_corner.h"
#include "ui/common/appearance.h"
#include "ui/common/prompts.h"
#include "ui/main_window.h"
#include "ui/page/page_view.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMetaEnum>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <ctime>
#include <map>

namespace {

constexpr double frame = 16;   ///< ms
constexpr double longest = 50; ///< ms: the budget
constexpr int minutesAtMost = 10;
constexpr int stepsAfterwards = 600;

double processorMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

/// Measures each event that reaches the window's thread, with all that it sets off at once.
class TimedApplication final : public QApplication {
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_isInside)
            return QApplication::notify(receiver, event);
        m_isInside = true;
        // Both may be gone afterwards.
        const QString name = QStringLiteral("%1 “%2” %3")
                                 .arg(QLatin1String(receiver->metaObject()->className()), receiver->objectName(),
                                      typeName(event->type()));
        QElapsedTimer timer;
        timer.start();
        const double before = processorMs();
        const bool result = QApplication::notify(receiver, event);
        const double busy = processorMs() - before;
        const double away = double(timer.nsecsElapsed()) / 1e6;
        m_isInside = false;
        ++m_events;
        m_aboveFrame += busy > frame;
        m_aboveLongest += busy > longest;
        Worst &worst = m_worst[m_step.isEmpty() ? name : m_step + u' ' + name];
        worst.busy = std::max(worst.busy, busy);
        worst.away = std::max(worst.away, away);
        return result;
    }
    void setStep(const QString &step) { m_step = step; } ///< what the reporter does just now

    void print() const
    {
        QTextStream out(stdout);
        std::vector<std::pair<QString, Worst>> sorted(m_worst.begin(), m_worst.end());
        std::sort(sorted.begin(), sorted.end(),
                  [](const auto &a, const auto &b) { return a.second.busy > b.second.busy; });
        out << QString::asprintf("The window's thread: %lld events; busy for more than a frame (%.0f ms) %d times, for "
                                 "more than %.0f ms %d times\n",
                                 static_cast<long long>(m_events), frame, m_aboveFrame, longest, m_aboveLongest);
        out << "Longest, in ms of processor time (and of wall time, with all that ran beside it):\n";
        for (size_t i = 0; i < std::min<size_t>(sorted.size(), 12); ++i)
            out << QString::asprintf("  %7.1f (%7.1f)  ", sorted[i].second.busy, sorted[i].second.away)
                << sorted[i].first << '\n';
    }

private:
    struct Worst {
        double busy = 0;
        double away = 0;
    };
    static QString typeName(QEvent::Type type)
    {
        const char *known = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
        return known ? QString::fromLatin1(known) : QStringLiteral("event %1").arg(int(type));
    }
    bool m_isInside = false;
    QString m_step;
    qint64 m_events = 0;
    int m_aboveFrame = 0;
    int m_aboveLongest = 0;
    std::map<QString, Worst> m_worst;
};

/// What a reporter does, over and over, one thing each time it is asked.
class Reporter {
public:
    Reporter(ui::MainWindow &window, TimedApplication &application)
        : m_window(window)
        , m_application(application)
    {
    }

    void doNext()
    {
        static const QStringList words{QStringLiteral("access"), QStringLiteral("data NEAR user"),
                                       QStringLiteral("\"the company\""), QStringLiteral("agree*")};
        const int turn = m_turn++;
        const int place = turn % 40;
        if (place == 0)
            step("next document", [&] { openNextDocument(); });
        else if (place == 21)
            step("search", [&] { search(words[(turn / 40) % words.size()]); });
        else if (place == 25)
            step("matrix", [&] { trigger("viewMatrix"); });
        else if (place == 29)
            step("timeline", [&] { trigger("viewTimeline"); });
        else if (place == 31)
            step("read", [&] { trigger("viewRead"); });
        else if (place == 33)
            step("suggestions", [&] { trigger("goToSuggestions"); });
        else if (place == 34 || place == 36)
            step("accept", [&] { trigger("acceptSuggestion"); });
        else if (place == 35)
            step("reject", [&] { trigger("rejectSuggestion"); });
        else if (place == 37)
            step("undo", [&] { trigger("undo"); });
        else
            step("scroll", [&] { press(m_window.findChild<QWidget *>(QStringLiteral("pageView")), Qt::Key_PageDown); });
    }

private:
    template <class Act> void step(const char *name, Act act)
    {
        m_application.setStep(QString::fromLatin1(name));
        act();
    }
    static void press(QWidget *widget, int key)
    {
        if (!widget)
            return;
        for (const auto type : {QEvent::KeyPress, QEvent::KeyRelease})
            QApplication::postEvent(widget, new QKeyEvent(type, key, Qt::NoModifier));
    }
    void trigger(const char *name)
    {
        if (auto *action = m_window.findChild<QAction *>(QString::fromLatin1(name)); action && action->isEnabled())
            QMetaObject::invokeMethod(action, &QAction::trigger, Qt::QueuedConnection);
    }
    void search(const QString &words)
    {
        auto *box = m_window.findChild<QLineEdit *>(QStringLiteral("searchBox"));
        if (!box)
            return;
        box->setFocus();
        box->selectAll();
        for (const QChar c : words)
            QApplication::postEvent(box, new QKeyEvent(QEvent::KeyPress, 0, Qt::NoModifier, QString(c)));
        press(box, Qt::Key_Return);
    }
    void openNextDocument()
    {
        auto *tree = m_window.findChild<QAbstractItemView *>(QStringLiteral("documentTree"));
        if (!tree || !tree->model()->rowCount())
            return;
        tree->setFocus();
        press(tree, Qt::Key_Down);
        press(tree, Qt::Key_Return);
    }

    ui::MainWindow &m_window;
    TimedApplication &m_application;
    int m_turn = 0;
};

} // namespace

int main(int argc, char **argv)
{
    TimedApplication application(argc, argv);
    if (argc < 2) {
        QTextStream(stderr) << "usage: bench_window FOLDER\n";
        return 2;
    }
    QTemporaryDir folder;
    ui::Preferences preferences(folder.filePath(QStringLiteral("carveout.ini")));
    ui::applyAppearance(ui::Appearance::Light);
    ui::DialogPrompts prompts; // never asked
    ui::MainWindow::Options options;
    options.readerProgram = model::reader::ReaderHost::programBesideThis();
    ui::MainWindow window(preferences, prompts, options);
    window.resize(1280, 800);
    window.show();
    Reporter reporter(window, application);
    QTimer steps;
    steps.setInterval(50);
    int afterwards = 0;
    QElapsedTimer sinceStart;
    QObject::connect(&steps, &QTimer::timeout, &window, [&] {
        reporter.doNext();
        auto *corner = window.findChild<ui::ActivityCorner *>(QStringLiteral("activityCorner"));
        afterwards = corner && corner->isVisible() ? 0 : afterwards + 1;
        if (afterwards > stepsAfterwards || sinceStart.elapsed() > minutesAtMost * 60'000)
            QApplication::quit();
    });
    QObject::connect(&window, &ui::MainWindow::caseOpened, &window, [&] {
        sinceStart.start();
        window.frame()->importPaths({QString::fromLocal8Bit(argv[1])});
        steps.start();
    });
    window.createCase(folder.filePath(QStringLiteral("bench.carveout")), {QStringLiteral("Example")});
    QApplication::exec();
    application.print();
    return 0;
}
