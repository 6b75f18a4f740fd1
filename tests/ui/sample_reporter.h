// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/case_file.h"
#include "tests/ui/driven_window.h"
#include "tests/ui/sample_gold.h"
#include "ui/case_frame.h"
#include "ui/review/suggestion_panel.h"
#include "ui/review/suggestion_review.h"

#include <QApplication>
#include <QSignalSpy>

#include <iostream>
#include <map>
#include <set>

/// A whole review, on a machine that may have much else to do.
template <class Condition> bool inTime(Condition condition)
{
    return QTest::qWaitFor(std::move(condition), 200'000);
}

/// A reporter who knows what is true and has no mouse: looks at what the window shows, and presses keys, which are
/// counted; each letter typed is one. What the desktop's own dialogs for files take is not counted.
class Reporter {
public:
    using Cell = SampleGold::Cell;

    Reporter()
    {
        driven.window.createCase(driven.path("Sample.carveout"), SampleGold::holders());
        REQUIRE(inTime([&] { return driven.window.frame() != nullptr; }));
        m_changed = std::make_unique<QSignalSpy>(&session(), &model::session::CaseSession::changed);
        m_failed = std::make_unique<QSignalSpy>(&session(), &model::session::CaseSession::failed);
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        ++presses;
        QWidget *popup = QApplication::activePopupWidget();
        // Without a window manager nobody else gives the keyboard back when a list has closed.
        if (!popup && !driven.window.isActiveWindow()) {
            driven.window.activateWindow();
            REQUIRE(inTime([&] { return driven.window.isActiveWindow(); }));
        }
        QWidget *target = popup ? (popup->focusWidget() ? popup->focusWidget() : popup) : driven.window.focusWidget();
        REQUIRE(target);
        QTest::keyClick(target, key, modifiers);
    }
    void type(const QString &text)
    {
        presses += static_cast<int>(text.size());
        QTest::keyClicks(driven.window.focusWidget(), text);
    }
    /// Tells what has been pressed since the last time this was asked.
    void report(const char *what)
    {
        const auto findings = static_cast<double>(gold->findings().size());
        std::cout << what << ": " << presses - reported << " key presses, "
                  << static_cast<double>(presses - reported) / findings << " per finding\n";
        reported = presses;
    }

    void import();
    void goThroughSuggestions();
    void linkWhatIsMissing();
    void conclude();
    void exportMatrix();
    std::map<Cell, SampleGold::Finding> matrix();

    DrivenWindow driven;
    std::optional<SampleGold> gold;
    int presses = 0;

private:
    struct Judgement {
        bool isRight = false;
        std::optional<model::Stance> stance; ///< where another is right
        QString partner;                     ///< where it goes by another name
        QString permission;                  ///< where another is right
        bool isPlain() const { return isRight && !stance && partner.isEmpty() && permission.isEmpty(); }
    };
    ui::review::SuggestionPanel &panel() { return *driven.find<ui::review::SuggestionPanel>("suggestions"); }
    model::session::CaseSession &session() { return driven.window.frame()->session(); }
    /// The case as it is written, whatever the window shows.
    const model::session::CaseFile &look()
    {
        if (!m_file)
            m_file = must(model::session::CaseFile::open(session().path(), model::session::Access::ReadOnly, {}));
        return *m_file;
    }
    bool isSettled() { return driven.window.findChild<ui::review::SuggestionReview *>()->isSettled(); }
    const QString &fileOf(const model::Sha256 &document)
    {
        if (!m_files.contains(document))
            m_files.insert(document, must(look().document(document)).file);
        return m_files[document];
    }
    bool isEvidenceFor(const model::LinkSuggestion &suggestion, const SampleGold::Link &link)
    {
        const model::Passage &passage = suggestion.passage;
        return passage.firstPage == link.pageIndex && fileOf(passage.document) == link.file &&
               passage.start < link.range.end &&
               (passage.lastPage > passage.firstPage || link.range.start < passage.end);
    }
    Judgement judge(const model::LinkSuggestion &suggestion);
    /// What is true once a batch is decided.
    struct Decided {
        Cell cell;
        QString otherName; ///< of the partner; empty for none
    };
    void decideBatch();
    std::optional<Decided> decideRow(int row, const model::LinkSuggestion &suggestion);
    bool isThere(int row) { return panel().batch().list()->item(row)->flags() & Qt::ItemIsEnabled; }
    void goToRow(int row, bool keepsTick);
    void openBatch();
    void linkFurther(int row, const model::LinkSuggestion &suggestion, int leastPartners);
    bool isInView(const model::Passage &passage);
    void fillInLink(const QStringList &partners, const QString &permission, model::Stance stance);
    void typeName(model::SubjectKind kind, const QString &name);
    static QString shortest(const QString &name, const std::vector<model::Subject> &names);
    std::vector<model::Subject> offered(model::SubjectKind kind);
    int decisions() { return static_cast<int>(m_changed->size()); }
    void link(const SampleGold::Link &wanted);
    QString searchFor(const SampleGold::Link &wanted);
    void tabTo(QWidget *part);
    void choose(const char *list, const QStringList &names);
    void concludeOn(const SampleGold::Finding &wanted);
    model::Period periodBefore(const model::FindingKey &finding);

    std::unique_ptr<QSignalSpy> m_changed;
    std::unique_ptr<QSignalSpy> m_failed;
    std::unique_ptr<model::session::CaseFile> m_file;
    QHash<model::Sha256, QString> m_files;
    QSet<QString> m_otherNames; ///< that were given to a partner
    std::set<Cell> m_decided;
    std::set<Cell> m_reachable; ///< cells that some suggestion has right as it is
    int reported = 0;
    bool m_hasCaret = false; ///< on the page
};
