// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/suggestions.h"
#include "tests/ui/driven_window.h"
#include "tests/ui/sample_gold.h"
#include "ui/case_frame.h"
#include "ui/common/problem_bar.h"
#include "ui/findings/link_panel.h"
#include "ui/matrix/finding_panel.h"
#include "ui/matrix/matrix_table_model.h"
#include "ui/page/document_pane.h"
#include "ui/review/queue_model.h"
#include "ui/review/suggestion_panel.h"
#include "ui/review/suggestion_review.h"

#include <QApplication>
#include <QListView>
#include <QListWidget>
#include <QSignalSpy>
#include <QTableView>

#include <iostream>
#include <set>

using namespace model;
using ui::review::SuggestionPanel;
using ui::review::SuggestionReview;

namespace {

using Cell = SampleGold::Cell;

/// A reporter who knows what is true and has no mouse: looks at what the window shows, and presses keys, which are
/// counted; each letter typed is one. What the desktop's own dialogs for files take is not counted.
class Reporter {
public:
    Reporter()
    {
        driven.window.createCase(driven.path("Sample.carveout"), SampleGold::holders());
        REQUIRE(eventually([&] { return driven.window.frame() != nullptr; }));
        m_changed = std::make_unique<QSignalSpy>(&session(), &session::CaseSession::changed);
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        ++presses;
        QWidget *popup = QApplication::activePopupWidget();
        // Without a window manager nobody else gives the keyboard back when a list has closed.
        if (!popup && !driven.window.isActiveWindow()) {
            driven.window.activateWindow();
            REQUIRE(QTest::qWaitForWindowActive(&driven.window));
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
        std::optional<Stance> stance; ///< where another is right
        QString partner;              ///< where it goes by another name
        QString permission;           ///< where another is right
        bool isPlain() const { return isRight && !stance && partner.isEmpty() && permission.isEmpty(); }
    };
    SuggestionPanel &panel() { return *driven.find<SuggestionPanel>("suggestions"); }
    session::CaseSession &session() { return driven.window.frame()->session(); }
    std::unique_ptr<session::CaseFile> look()
    {
        return must(session::CaseFile::open(session().path(), session::Access::ReadOnly, {}));
    }
    bool isSettled() { return driven.window.findChild<SuggestionReview *>()->isSettled(); }
    const QString &fileOf(const Sha256 &document)
    {
        if (!m_files.contains(document))
            m_files.insert(document, must(look()->document(document)).file);
        return m_files[document];
    }
    bool isEvidenceFor(const LinkSuggestion &suggestion, const SampleGold::Link &link)
    {
        const Passage &passage = suggestion.passage;
        return passage.firstPage == link.pageIndex && fileOf(passage.document) == link.file &&
               passage.start < link.range.end &&
               (passage.lastPage > passage.firstPage || link.range.start < passage.end);
    }
    Judgement judge(const LinkSuggestion &suggestion);
    void decideChosen();
    bool decideCell(const LinkSuggestion &first);
    void accept(const LinkSuggestion &suggestion, const Judgement &judgement);
    void name(Qt::KeyboardModifiers modifiers, const QString &name);
    void typeName(const QString &name);
    void waitForDecision(int before);
    int decisions() { return static_cast<int>(m_changed->size()); }
    void link(const SampleGold::Link &wanted);
    QString searchFor(const SampleGold::Link &wanted);
    void tabTo(QWidget *part);
    void choose(const char *list, const QString &name);
    void fillIn(const char *line, const QString &text);
    void giveVerdict(Verdict verdict);
    void givePeriod(const SampleGold::Finding &finding);

    std::unique_ptr<QSignalSpy> m_changed;
    QHash<Sha256, QString> m_files;
    QSet<QString> m_otherNames; ///< that were given to a partner
    std::set<Cell> m_decided;
    std::set<Cell> m_reachable; ///< cells that some suggestion has right as it is
    int reported = 0;
};

void Reporter::import()
{
    driven.prompts.files = {QStringLiteral(CARVEOUT_SOURCE_DIR "/resources/sample/bundle")};
    press(Qt::Key_I, Qt::ControlModifier);
    REQUIRE(eventually([&] {
        const auto documents = must(look()->documents());
        return documents.size() == 17 && std::all_of(documents.begin(), documents.end(), [](const auto &document) {
                   return document.state == DocumentState::Read;
               });
    }));
    REQUIRE(eventually([&] { return panel().count() > 50 && isSettled(); }));
    gold.emplace(*look());
    REQUIRE(gold->findings().size() >= 60);
    report("import");
}

Reporter::Judgement Reporter::judge(const LinkSuggestion &suggestion)
{
    const QString partner = gold->partnerCalled(suggestion.partner);
    const QString spelled =
        partner == suggestion.partner || m_otherNames.contains(suggestion.partner) ? QString() : partner;
    const SampleGold::Link *other = nullptr;
    const SampleGold::Link *right = nullptr;
    for (const SampleGold::Link &link : gold->links()) {
        if (link.partner != partner || !isEvidenceFor(suggestion, link))
            continue;
        const Cell cell{link.partner, link.permission};
        if (link.permission == suggestion.permission)
            right = right && right->stance == suggestion.stance ? right : &link;
        else if (!m_decided.contains(cell) && !m_reachable.contains(cell))
            other = &link;
    }
    // A cell that nothing else leads to is worth more than one passage more for another. Only one name can be given.
    if (other && spelled.isEmpty() && (!right || m_decided.contains({partner, right->permission})))
        return {true, other->stance == suggestion.stance ? std::nullopt : std::optional(other->stance), spelled,
                other->permission};
    if (!right)
        return {};
    return {true, right->stance == suggestion.stance ? std::nullopt : std::optional(right->stance), spelled, {}};
}

void Reporter::waitForDecision(int before)
{
    REQUIRE(eventually([&] { return decisions() > before && isSettled(); }));
}

/// In a line that completes names: as few letters as bring the name up.
void Reporter::typeName(const QString &name)
{
    auto *line = qobject_cast<QLineEdit *>(driven.window.focusWidget());
    REQUIRE(line);
    if (!line->text().isEmpty() && name.startsWith(line->text())) {
        press(Qt::Key_End);
        type(name.mid(line->text().size()));
        press(Qt::Key_Return);
        return;
    }
    const auto *matches = line->parentWidget()->findChild<QListWidget *>();
    REQUIRE(matches);
    for (const QChar letter : name) {
        type(letter);
        if (line->text().size() >= 2 && matches->isVisible() && matches->count() > 0 &&
            matches->item(0)->data(Qt::UserRole).toString() == name) {
            press(Qt::Key_Down);
            break;
        }
    }
    press(Qt::Key_Return);
}

void Reporter::name(Qt::KeyboardModifiers modifiers, const QString &wanted)
{
    press(Qt::Key_F2, modifiers);
    typeName(wanted);
}

/// One name or stance can be given with the acceptance.
void Reporter::accept(const LinkSuggestion &suggestion, const Judgement &judgement)
{
    if (!judgement.permission.isEmpty()) {
        name(Qt::ShiftModifier, judgement.permission);
    } else if (!judgement.partner.isEmpty()) {
        name({}, judgement.partner);
        m_otherNames.insert(suggestion.partner);
    } else if (judgement.stance) {
        press(static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(*judgement.stance)));
    } else {
        press(Qt::Key_Return);
    }
}

/// What is suggested for one cell with one stance stands together, so that all of it can be decided in one step where
/// it is all right or all wrong. True: so it was.
bool Reporter::decideCell(const LinkSuggestion &first)
{
    const auto &queue = panel().queue();
    int count = 0;
    int right = 0;
    int wrong = 0;
    for (int row = 0; row < queue.rowCount(); ++row) {
        const auto *link = std::get_if<LinkSuggestion>(&queue.item(row));
        if (!link || link->partner != first.partner || link->permission != first.permission ||
            link->stance != first.stance)
            continue;
        ++count;
        const Judgement judgement = judge(*link);
        right += judgement.isPlain() ? 1 : 0;
        wrong += judgement.isRight ? 0 : 1;
    }
    if (count < 3 || (right != count && wrong != count))
        return false;
    const int before = decisions();
    press(right == count ? Qt::Key_Return : Qt::Key_Backspace, Qt::ShiftModifier);
    REQUIRE(eventually([&] { return driven.find<QListWidget>("sameList")->hasFocus(); }));
    press(Qt::Key_Return);
    if (right == count)
        m_decided.insert({first.partner, first.permission});
    waitForDecision(before);
    return true;
}

void Reporter::decideChosen()
{
    const auto id = panel().chosen();
    REQUIRE(id);
    const auto link = std::get<LinkSuggestion>(panel().queue().item(*panel().queue().rowOf(*id)));
    if (decideCell(link))
        return;
    const Judgement judgement = judge(link);
    const int before = decisions();
    if (!judgement.isRight) {
        press(Qt::Key_Backspace);
    } else {
        m_decided.insert({gold->partnerCalled(link.partner),
                          judgement.permission.isEmpty() ? link.permission : judgement.permission});
        accept(link, judgement);
    }
    waitForDecision(before);
}

void Reporter::goThroughSuggestions()
{
    for (const LinkSuggestion &one : must(session::allSuggestions(*look())).links) {
        const Judgement judgement = judge(one);
        if (judgement.isRight && judgement.permission.isEmpty())
            m_reachable.insert({gold->partnerCalled(one.partner), one.permission});
    }
    // To the list, its findings alone, those of a cell together.
    for (int i = 0; i < 4 && !panel().list()->hasFocus(); ++i)
        press(Qt::Key_F6);
    REQUIRE(panel().list()->hasFocus());
    press(Qt::Key_F);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    press(Qt::Key_O);
    press(Qt::Key_End);
    press(Qt::Key_Return);
    REQUIRE(eventually([&] { return isSettled() && panel().chosen(); }));
    for (int decided = 0; decided < 1000 && panel().count() > 0; ++decided)
        decideChosen();
    CHECK(panel().count() == 0);
    report("suggestions");
}

/// As few words of the passage as stand nowhere else in the case.
QString Reporter::searchFor(const SampleGold::Link &wanted)
{
    const auto file = look();
    QStringList pages;
    for (const Document &document : must(file->documents())) {
        for (int page = 0; page < document.pageCount; ++page)
            pages += must(file->pageText(document.sha256, page)).text.simplified();
    }
    const QStringList words = wanted.quote.simplified().split(u' ');
    for (qsizetype count = 1; count <= words.size(); ++count) {
        for (qsizetype at = 0; at + count <= words.size(); ++at) {
            QString phrase = words.mid(at, count).join(u' ');
            while (!phrase.isEmpty() && !phrase.back().isLetterOrNumber())
                phrase.chop(1);
            if (phrase.size() > 4 && phrase.indexOf(u'"') < 0 && phrase.indexOf(u'-') < 0 &&
                pages.filter(phrase, Qt::CaseInsensitive).size() == 1)
                return phrase;
        }
    }
    return words.join(u' ');
}

/// To a part of the panel of links, whichever way it is.
void Reporter::tabTo(QWidget *part)
{
    const auto heightOf = [this](const QWidget *widget) { return widget->mapTo(&driven.window, QPoint()).y(); };
    for (int i = 0; i < 20 && driven.window.focusWidget() != part; ++i) {
        const QWidget *now = driven.window.focusWidget();
        if (heightOf(now) < heightOf(part))
            press(Qt::Key_Tab);
        else
            press(Qt::Key_Backtab, Qt::ShiftModifier);
    }
    REQUIRE(driven.window.focusWidget() == part);
}

/// In the panel of links: only this name is to be ticked on that side.
void Reporter::choose(const char *listName, const QString &name)
{
    auto &list = *driven.find<QListWidget>(listName);
    bool isThere = false;
    for (int row = 0; row < list.count(); ++row) {
        const bool isWanted = list.item(row)->text() == name;
        isThere = isThere || isWanted;
        if ((list.item(row)->checkState() == Qt::Checked) == isWanted)
            continue;
        tabTo(&list);
        for (int i = 0; i < 20 && list.currentRow() != row; ++i)
            press(list.currentRow() < row ? Qt::Key_Down : Qt::Key_Up);
        press(Qt::Key_Space);
    }
    if (isThere)
        return;
    tabTo(driven.find<QLineEdit>((QByteArray(listName) + "AddLine").constData()));
    typeName(name);
}

/// What nothing was suggested for: found by its words, selected to the end of the line and linked.
void Reporter::link(const SampleGold::Link &wanted)
{
    INFO(wanted.partner.toStdString() << " x " << wanted.permission.toStdString());
    const QString phrase = searchFor(wanted);
    press(Qt::Key_K, Qt::ControlModifier);
    type(phrase.contains(u' ') ? u'"' + phrase + u'"' : phrase);
    press(Qt::Key_Return);
    auto &hits = driven.list("hitList");
    REQUIRE(eventually([&] { return hits.model()->rowCount() == 1 && driven.window.focusWidget() == &hits; }));
    press(Qt::Key_Return);
    REQUIRE(eventually([&] {
        return driven.find<ui::page::DocumentPane>("documentPane")->document() &&
               driven.find<ui::page::DocumentPane>("documentPane")->document()->document.file == wanted.file &&
               driven.pages().source() && driven.pages().source()->layout(wanted.pageIndex);
    }));
    press(Qt::Key_F7);
    press(Qt::Key_End, Qt::ShiftModifier);
    press(Qt::Key_L);
    const auto &panel = *driven.find<ui::findings::LinkPanel>("linkPanel");
    REQUIRE(panel.isVisible());
    choose("linkPartners", wanted.partner);
    choose("linkPermissions", wanted.permission);
    if (wanted.stance != Stance::Supports) {
        for (int i = 0; i < 20 && qobject_cast<QLineEdit *>(driven.window.focusWidget()); ++i)
            press(Qt::Key_Tab);
        press(static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(wanted.stance)));
    }
    const session::LinkRequest request = panel.request();
    CHECK(request.partners == QStringList(wanted.partner));
    CHECK(request.permissions == QStringList(wanted.permission));
    press(Qt::Key_Return);
    REQUIRE(eventually([&] { return matrix().contains({wanted.partner, wanted.permission}); }));
    press(Qt::Key_F7);
}

void Reporter::linkWhatIsMissing()
{
    for (const SampleGold::Link &link : gold->links()) {
        const auto now = matrix();
        if (!now.contains({link.partner, link.permission}))
            this->link(link);
    }
    report("links by hand");
}

/// From finding to finding; the first is chosen from the start.
void Reporter::conclude()
{
    press(Qt::Key_2, Qt::ControlModifier);
    const auto &model = *static_cast<const ui::matrix::MatrixTableModel *>(driven.list("matrixTable").model());
    auto *table = driven.find<QTableView>("matrixTable");
    REQUIRE(eventually([&] { return table->hasFocus() && table->currentIndex().isValid(); }));
    const auto &details = driven.find<ui::matrix::FindingPanel>("findingPanel")->details();
    const size_t count = model.matrix().cells.size();
    int verdicts = 0;
    for (size_t i = 0; i < count; ++i) {
        REQUIRE(eventually([&] {
            return driven.window.focusWidget() == table && details &&
                   details->finding == model.finding(table->currentIndex());
        }));
        const auto wanted = gold->findings().find({details->partner, details->permission});
        if (wanted != gold->findings().end()) {
            const int before = presses;
            giveVerdict(wanted->second.verdict);
            verdicts += presses - before;
            givePeriod(wanted->second);
        }
        press(Qt::Key_N);
    }
    report("verdicts and periods");
    std::cout << "  of these " << count << " from cell to cell and " << verdicts
              << " for verdicts; the others type dates\n";
}

void Reporter::giveVerdict(Verdict verdict)
{
    const auto &details = driven.find<ui::matrix::FindingPanel>("findingPanel")->details();
    if (details->conclusion.verdict == verdict)
        return;
    press(static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(verdict)));
    REQUIRE(eventually([&] { return details && details->conclusion.verdict == verdict; }));
}

/// What is there is selected, so that it is typed over.
void Reporter::fillIn(const char *line, const QString &text)
{
    const auto *field = driven.find<QLineEdit>(line);
    if (field->text() == text)
        return;
    CHECK(field->selectedText() == field->text());
    if (text.isEmpty())
        press(Qt::Key_Delete);
    type(text);
}

void Reporter::givePeriod(const SampleGold::Finding &finding)
{
    const auto &details = driven.find<ui::matrix::FindingPanel>("findingPanel")->details();
    const auto isAsWanted = [&] {
        return details && toText(details->conclusion.period.from) == finding.from &&
               toText(details->conclusion.period.to) == finding.to;
    };
    if (isAsWanted())
        return;
    press(Qt::Key_D);
    fillIn("periodFrom", finding.from);
    press(Qt::Key_Return);
    fillIn("periodTo", finding.to);
    press(Qt::Key_Return);
    REQUIRE(eventually(isAsWanted));
}

void Reporter::exportMatrix()
{
    driven.prompts.csvFile = driven.path("matrix.csv");
    press(Qt::Key_E, Qt::ControlModifier);
    press(Qt::Key_Return);
    REQUIRE(eventually([&] { return QFile::exists(driven.prompts.csvFile); }));
    report("export");
}

std::map<Cell, SampleGold::Finding> Reporter::matrix()
{
    const Matrix all = must(look()->matrix());
    std::map<Cell, SampleGold::Finding> found;
    for (const MatrixCell &cell : all.cells)
        found[{all.partners[static_cast<size_t>(cell.partner)].name,
               all.permissions[static_cast<size_t>(cell.permission)].name}] = {
            cell.conclusion.verdict, toText(cell.conclusion.period.from), toText(cell.conclusion.period.to)};
    return found;
}

} // namespace

TEST_CASE("the sample bundle goes from files to its true matrix by keyboard alone")
{
    Reporter reporter;
    reporter.import();
    reporter.goThroughSuggestions();
    reporter.linkWhatIsMissing();
    reporter.conclude();
    reporter.exportMatrix();
    const auto found = reporter.matrix();
    for (const auto &[cell, finding] : reporter.gold->findings()) {
        INFO(cell.first.toStdString() << " x " << cell.second.toStdString());
        REQUIRE(found.contains(cell));
        CHECK(found.at(cell) == finding);
    }
    CHECK(found.size() == reporter.gold->findings().size());
    std::cout << "all: " << reporter.presses << " key presses, "
              << static_cast<double>(reporter.presses) / static_cast<double>(found.size()) << " per finding\n";
}
