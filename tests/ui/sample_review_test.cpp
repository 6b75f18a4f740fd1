// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/names.h"
#include "model/session/naming.h"
#include "model/session/suggestions.h"
#include "tests/ui/driven_window.h"
#include "tests/ui/sample_gold.h"
#include "ui/case_frame.h"
#include "ui/common/name_matches.h"
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

/// As short as the lines for dates take it: "3/13".
QString byHand(const std::optional<PartialDate> &date)
{
    if (!date)
        return {};
    return date->month > 0 ? QStringLiteral("%1/%2").arg(date->month).arg(date->year % 100, 2, 10, QLatin1Char('0'))
                           : QString::number(date->year);
}

QString byHand(const model::Period &period)
{
    return period.isEmpty() ? QString() : byHand(period.from) + u'-' + byHand(period.to);
}

constexpr double listedScore = 0.4; ///< what is less likely is not listed

constexpr int mostSteps = 4; ///< down a list of names

/// A whole review, on a machine that may have much else to do.
template <class Condition> bool inTime(Condition condition)
{
    return QTest::qWaitFor(std::move(condition), 200'000);
}

/// Whether what the evidence adds up to is what is concluded.
bool isTaken(const ui::matrix::FindingDetails &details)
{
    const auto holds = [](const auto &proposed, const auto &now) { return !proposed || proposed == now; };
    return holds(details.proposed.period.from, details.conclusion.period.from) &&
           holds(details.proposed.period.to, details.conclusion.period.to);
}

/// A reporter who knows what is true and has no mouse: looks at what the window shows, and presses keys, which are
/// counted; each letter typed is one. What the desktop's own dialogs for files take is not counted.
class Reporter {
public:
    Reporter()
    {
        driven.window.createCase(driven.path("Sample.carveout"), SampleGold::holders());
        REQUIRE(inTime([&] { return driven.window.frame() != nullptr; }));
        m_changed = std::make_unique<QSignalSpy>(&session(), &session::CaseSession::changed);
        m_failed = std::make_unique<QSignalSpy>(&session(), &session::CaseSession::failed);
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
        std::optional<Stance> stance; ///< where another is right
        QString partner;              ///< where it goes by another name
        QString permission;           ///< where another is right
        bool isPlain() const { return isRight && !stance && partner.isEmpty() && permission.isEmpty(); }
    };
    SuggestionPanel &panel() { return *driven.find<SuggestionPanel>("suggestions"); }
    session::CaseSession &session() { return driven.window.frame()->session(); }
    /// The case as it is written, whatever the window shows.
    const session::CaseFile &look()
    {
        if (!m_file)
            m_file = must(session::CaseFile::open(session().path(), session::Access::ReadOnly, {}));
        return *m_file;
    }
    bool isSettled() { return driven.window.findChild<SuggestionReview *>()->isSettled(); }
    const QString &fileOf(const Sha256 &document)
    {
        if (!m_files.contains(document))
            m_files.insert(document, must(look().document(document)).file);
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
    /// What is true once a batch is decided.
    struct Decided {
        Cell cell;
        QString otherName; ///< of the partner; empty for none
    };
    void decideBatch();
    std::optional<Decided> decideRow(int row, const LinkSuggestion &suggestion);
    bool isThere(int row) { return panel().batch().list()->item(row)->flags() & Qt::ItemIsEnabled; }
    void goToRow(int row, bool keepsTick);
    void openBatch();
    void linkFurther(int row, const LinkSuggestion &suggestion, int leastPartners);
    bool isInView(const Passage &passage);
    void fillInLink(const QStringList &partners, const QString &permission, Stance stance);
    void typeName(SubjectKind kind, const QString &name);
    static QString shortest(const QString &name, const std::vector<Subject> &names);
    std::vector<Subject> offered(SubjectKind kind);
    int decisions() { return static_cast<int>(m_changed->size()); }
    void link(const SampleGold::Link &wanted);
    QString searchFor(const SampleGold::Link &wanted);
    void tabTo(QWidget *part);
    void choose(const char *list, const QStringList &names);
    void concludeOn(const SampleGold::Finding &wanted);
    model::Period periodBefore(const FindingKey &finding);

    std::unique_ptr<QSignalSpy> m_changed;
    std::unique_ptr<QSignalSpy> m_failed;
    std::unique_ptr<session::CaseFile> m_file;
    QHash<Sha256, QString> m_files;
    QSet<QString> m_otherNames; ///< that were given to a partner
    std::set<Cell> m_decided;
    std::set<Cell> m_reachable; ///< cells that some suggestion has right as it is
    int reported = 0;
    bool m_hasCaret = false; ///< on the page
};

void Reporter::import()
{
    driven.prompts.files = {QStringLiteral(CARVEOUT_SOURCE_DIR "/resources/sample/bundle")};
    press(Qt::Key_I, Qt::ControlModifier);
    REQUIRE(inTime([&] {
        const auto documents = must(look().documents());
        return documents.size() == 17 && std::all_of(documents.begin(), documents.end(), [](const auto &document) {
                   return document.state == DocumentState::Read;
               });
    }));
    REQUIRE(inTime([&] { return panel().count() > 50 && isSettled() && panel().list()->isVisible(); }));
    gold.emplace(look());
    REQUIRE(gold->findings().size() >= 60);
    report("import");
}

Reporter::Judgement Reporter::judge(const LinkSuggestion &suggestion)
{
    const QString partner = gold->partnerCalled(suggestion.partner);
    const bool isMet =
        std::any_of(m_decided.begin(), m_decided.end(), [&](const Cell &cell) { return cell.first == partner; });
    const bool isSpelled = partner == suggestion.partner || m_otherNames.contains(suggestion.partner) ||
                           (isMet && annotate::nameKeyOf(partner) == annotate::nameKeyOf(suggestion.partner));
    const QString spelled = isSpelled ? QString() : partner;
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
    if (other && !right)
        return {true, other->stance == suggestion.stance ? std::nullopt : std::optional(other->stance), spelled,
                other->permission};
    if (!right)
        return {};
    return {true, right->stance == suggestion.stance ? std::nullopt : std::optional(right->stance), spelled, {}};
}

/// What to type so that the name is listed, with as few presses as there may be: its beginning, or the beginnings of
/// its words.
QString Reporter::shortest(const QString &name, const std::vector<Subject> &names)
{
    QString best = name;
    qsizetype least = name.size();
    const auto consider = [&](const QString &typed) {
        const auto matches = ui::nameMatches(names, typed, mostSteps);
        for (size_t row = 0; row < matches.size(); ++row) {
            if (const auto cost = typed.size() + qsizetype(row) + 1; matches[row].name == name && cost < least) {
                best = typed;
                least = cost;
            }
        }
    };
    const QStringList words = name.split(u' ');
    for (qsizetype length = 1; length < name.size(); ++length) {
        consider(name.left(length));
        for (qsizetype first = 1; first < length - 1; ++first)
            consider(words.front().left(first) + u' ' + words.back().left(length - 1 - first));
    }
    return best;
}

/// What a line for names may list.
std::vector<Subject> Reporter::offered(SubjectKind kind)
{
    std::vector<Subject> all = must(look().subjects(kind));
    const auto add = [&](const QString &name) {
        const auto isIt = [&](const Subject &one) {
            return nameKey(one.name) == nameKey(name) || one.aliases.contains(name, Qt::CaseInsensitive);
        };
        if (std::none_of(all.begin(), all.end(), isIt))
            all.push_back({SubjectId::create(), kind, name, {}, std::nullopt});
    };
    const auto &shown = driven.find<ui::page::DocumentPane>("documentPane")->document();
    for (const TagSuggestion &tag : must(session::allSuggestions(look())).tags) {
        if (shown && tag.passage.document == shown->document.sha256 && subjectKindOf(tag.kind) == kind)
            add(tag.name);
    }
    if (kind == SubjectKind::Permission) {
        for (const QString &name : session::permissionVocabulary())
            add(name);
    }
    return all;
}

/// In a line that completes names: as few letters as bring the name up.
void Reporter::typeName(SubjectKind kind, const QString &name)
{
    auto *line = qobject_cast<QLineEdit *>(driven.window.focusWidget());
    REQUIRE(line);
    const auto *matches = line->parentWidget()->findChild<QListWidget *>();
    REQUIRE(matches);
    const auto takeListed = [&] {
        for (int row = 0; matches->isVisible() && row < std::min(mostSteps, matches->count()); ++row) {
            if (matches->item(row)->data(Qt::UserRole).toString() != name)
                continue;
            for (int step = 0; step <= row; ++step)
                press(Qt::Key_Down);
            return true;
        }
        return false;
    };
    if (line->text() != name && !takeListed()) {
        if (!line->text().isEmpty() && name.startsWith(line->text())) {
            press(Qt::Key_End);
            type(name.mid(line->text().size()));
        } else {
            type(shortest(name, offered(kind)));
            if (line->text() != name && !takeListed()) {
                press(Qt::Key_A, Qt::ControlModifier);
                type(name);
            }
        }
    }
    press(Qt::Key_Return);
}

/// In the list of what is decided at once: to this row, with its tick as it is, or changed where that is all the same.
void Reporter::goToRow(int row, bool keepsTick)
{
    const auto &list = *panel().batch().list();
    const int away = std::abs(list.currentRow() - row);
    const Qt::Key digit = static_cast<Qt::Key>(Qt::Key_0 + (row + 1) % 10);
    if (away == 0)
        return;
    if (!keepsTick || away > 2) {
        press(digit);
        if (keepsTick)
            press(digit);
        return;
    }
    // The arrows leave out what is not suggested any more.
    for (int step = 0; step < away && list.currentRow() != row; ++step)
        press(list.currentRow() < row ? Qt::Key_Down : Qt::Key_Up);
}

/// Cells that nothing that is suggested leads to, where the passage is evidence for them: linked from here.
void Reporter::linkFurther(int row, const LinkSuggestion &suggestion, int leastPartners)
{
    std::map<std::pair<QString, Stance>, QStringList> wanted; // partners by permission and stance
    for (const SampleGold::Link &link : gold->links()) {
        const Cell cell{link.partner, link.permission};
        if (!isEvidenceFor(suggestion, link) || m_decided.contains(cell) || m_reachable.contains(cell))
            continue;
        QStringList &partners = wanted[{link.permission, link.stance}];
        if (!partners.contains(link.partner))
            partners += link.partner;
    }
    for (const auto &[what, partners] : wanted) {
        const auto isNew = [&](const QString &partner) { return !m_decided.contains({partner, what.first}); };
        if (partners.size() < leastPartners || !std::all_of(partners.begin(), partners.end(), isNew) || !isThere(row))
            continue;
        goToRow(row, true);
        REQUIRE(inTime([&] { return isInView(suggestion.passage); }));
        // Meanwhile it may have been suggested otherwise.
        if (panel().batch().list()->currentRow() != row)
            continue;
        press(Qt::Key_L);
        fillInLink(partners, what.first, what.second);
        for (const QString &partner : partners)
            m_decided.insert({partner, what.first});
        REQUIRE(inTime([&] { return panel().batch().list()->hasFocus() && isSettled(); }));
    }
}

std::optional<Reporter::Decided> Reporter::decideRow(int row, const LinkSuggestion &suggestion)
{
    if (!isThere(row))
        return std::nullopt;
    const Judgement judgement = judge(suggestion);
    const Qt::Key digit = static_cast<Qt::Key>(Qt::Key_0 + (row + 1) % 10);
    if (judgement.isPlain() || !judgement.isRight) {
        if (panel().batch().isTicked(suggestion.id) != judgement.isRight)
            press(digit);
    } else {
        goToRow(row, false);
        if (judgement.stance) {
            constexpr std::array keys = {Qt::Key_S, Qt::Key_D, Qt::Key_E, Qt::Key_P, Qt::Key_C};
            press(keys[static_cast<size_t>(*judgement.stance)]);
        }
        if (!judgement.partner.isEmpty()) {
            press(Qt::Key_F2);
            typeName(SubjectKind::Partner, judgement.partner);
        }
        if (!judgement.permission.isEmpty()) {
            press(Qt::Key_F2, Qt::ShiftModifier);
            typeName(SubjectKind::Permission, judgement.permission);
        }
    }
    CHECK(panel().batch().list()->hasFocus());
    CHECK(panel().batch().isTicked(suggestion.id) == judgement.isRight);
    if (!judgement.isRight)
        return std::nullopt;
    return Decided{{gold->partnerCalled(suggestion.partner),
                    judgement.permission.isEmpty() ? suggestion.permission : judgement.permission},
                   judgement.partner.isEmpty() ? QString() : suggestion.partner};
}

void Reporter::decideBatch()
{
    const auto rows = panel().batch().suggestions();
    std::vector<Decided> ofRows;
    for (int row = 0; row < static_cast<int>(rows.size()); ++row) {
        const auto link = std::get<LinkSuggestion>(rows[static_cast<size_t>(row)]);
        linkFurther(row, link, 2);
        if (const auto decided = decideRow(row, link)) {
            ofRows.push_back(*decided);
            m_decided.insert(decided->cell);
            if (!decided->otherName.isEmpty())
                m_otherNames.insert(decided->otherName);
        }
        linkFurther(row, link, 1);
    }
    const auto failures = m_failed->size();
    press(Qt::Key_Return);
    REQUIRE(inTime([&] { return isSettled(); }));
    if (m_failed->size() > failures)
        std::cout << "  refused: " << m_failed->back().front().value<Error>().sentence.toStdString() << '\n';
    // What was learned meanwhile may have put another suggestion in its place: that comes in another batch.
    const auto now = matrix();
    for (const Decided &decided : ofRows) {
        if (now.contains(decided.cell))
            continue;
        m_decided.erase(decided.cell);
        m_otherNames.remove(decided.otherName);
    }
}

/// To the list, and ten at once.
void Reporter::openBatch()
{
    if (driven.pages().hasFocus())
        press(Qt::Key_S);
    for (int i = 0; i < 6 && !panel().list()->hasFocus(); ++i)
        press(Qt::Key_F6);
    REQUIRE(panel().list()->hasFocus());
    press(Qt::Key_A);
    REQUIRE(panel().batch().isOpen());
}

void Reporter::goThroughSuggestions()
{
    for (const LinkSuggestion &one : must(session::allSuggestions(look())).links) {
        const Judgement judgement = judge(one);
        if (one.score >= listedScore && judgement.isRight && judgement.permission.isEmpty())
            m_reachable.insert({gold->partnerCalled(one.partner), one.permission});
    }
    // To the list, its findings alone.
    for (int i = 0; i < 4 && !panel().list()->hasFocus(); ++i)
        press(Qt::Key_F6);
    REQUIRE(panel().list()->hasFocus());
    press(Qt::Key_F);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    REQUIRE(inTime([&] { return isSettled() && panel().chosen(); }));
    for (int batches = 0; batches < 100 && panel().count() > 0; ++batches) {
        // The keyboard leaves an empty list, in which there may be something again by now.
        if (!panel().batch().isOpen())
            openBatch();
        decideBatch();
    }
    CHECK(panel().count() == 0);
    report("suggestions");
}

/// As few words of the passage as stand nowhere else in the case.
QString Reporter::searchFor(const SampleGold::Link &wanted)
{
    QStringList pages;
    for (const Document &document : must(look().documents())) {
        for (int page = 0; page < document.pageCount; ++page)
            pages += must(look().pageText(document.sha256, page)).text.simplified();
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

/// In the panel of links: only these names are to be ticked on that side.
void Reporter::choose(const char *listName, const QStringList &names)
{
    auto &list = *driven.find<QListWidget>(listName);
    QStringList missing = names;
    for (int row = 0; row < list.count(); ++row) {
        const QString name = list.item(row)->text();
        const QString meant = m_otherNames.contains(name) ? gold->partnerCalled(name) : name;
        const bool isWanted = missing.contains(meant);
        missing.removeAll(meant);
        if ((list.item(row)->checkState() == Qt::Checked) == isWanted)
            continue;
        tabTo(&list);
        for (int i = 0; i < 20 && list.currentRow() != row; ++i)
            press(list.currentRow() < row ? Qt::Key_Down : Qt::Key_Up);
        press(Qt::Key_Space);
    }
    for (const QString &name : missing) {
        tabTo(driven.find<QLineEdit>((QByteArray(listName) + "AddLine").constData()));
        typeName(listName == QByteArray("linkPartners") ? SubjectKind::Partner : SubjectKind::Permission, name);
    }
}

/// The panel of links is open; links.
void Reporter::fillInLink(const QStringList &partners, const QString &permission, Stance stance)
{
    const auto &panel = *driven.find<ui::findings::LinkPanel>("linkPanel");
    REQUIRE(panel.isVisible());
    choose("linkPartners", partners);
    choose("linkPermissions", {permission});
    if (stance != Stance::Supports) {
        for (int i = 0; i < 20 && qobject_cast<QLineEdit *>(driven.window.focusWidget()); ++i)
            press(Qt::Key_Tab);
        press(static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(stance)));
    }
    const int before = decisions();
    press(Qt::Key_Return);
    REQUIRE(inTime([&] {
        const auto now = matrix();
        return decisions() > before && std::all_of(partners.begin(), partners.end(), [&](const QString &partner) {
                   return now.contains({partner, permission});
               });
    }));
}

bool Reporter::isInView(const Passage &passage)
{
    const auto &shown = driven.find<ui::page::DocumentPane>("documentPane")->document();
    return shown && shown->document.sha256 == passage.document && driven.pages().source() &&
           driven.pages().source()->layout(passage.firstPage);
}

/// What nothing was suggested for: found by its words, selected to the end of the line and linked.
void Reporter::link(const SampleGold::Link &wanted)
{
    const auto now = matrix();
    QStringList partners; // those of the same sentence go in one step
    for (const SampleGold::Link &link : gold->links()) {
        if (link.file == wanted.file && link.quote == wanted.quote && link.permission == wanted.permission &&
            link.stance == wanted.stance && !now.contains({link.partner, link.permission}))
            partners += link.partner;
    }
    INFO(wanted.partner.toStdString() << " x " << wanted.permission.toStdString());
    const QString phrase = searchFor(wanted);
    press(Qt::Key_K, Qt::ControlModifier);
    type(phrase.contains(u' ') ? u'"' + phrase + u'"' : phrase);
    press(Qt::Key_Return);
    auto &hits = driven.list("hitList");
    REQUIRE(inTime([&] { return hits.model()->rowCount() == 1 && driven.window.focusWidget() == &hits; }));
    press(Qt::Key_Return);
    REQUIRE(inTime([&] {
        return driven.find<ui::page::DocumentPane>("documentPane")->document() &&
               driven.find<ui::page::DocumentPane>("documentPane")->document()->document.file == wanted.file &&
               driven.pages().source() && driven.pages().source()->layout(wanted.pageIndex);
    }));
    // To the page; there the caret stays where it has been taken once.
    press(m_hasCaret ? Qt::Key_F6 : Qt::Key_F7);
    m_hasCaret = true;
    press(Qt::Key_End, Qt::ShiftModifier);
    // The hit may stand at the end of its line.
    if (!driven.pages().hasSelection() || !driven.pages().selectedPassage())
        press(Qt::Key_Home, Qt::ShiftModifier);
    INFO("selected: " << driven.pages().hasSelection() << ", page " << driven.pages().currentPage() << " of "
                      << wanted.pageIndex << ", " << phrase.toStdString());
    press(Qt::Key_L);
    fillInLink(partners, wanted.permission, wanted.stance);
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
    REQUIRE(inTime([&] { return table->hasFocus() && table->currentIndex().isValid(); }));
    const auto &details = driven.find<ui::matrix::FindingPanel>("findingPanel")->details();
    const size_t count = matrix().size();
    REQUIRE(inTime([&] { return model.matrix().cells.size() == count; }));
    for (size_t i = 0; i < count; ++i) {
        REQUIRE(inTime([&] {
            return driven.window.focusWidget() == table && details &&
                   details->finding == model.finding(table->currentIndex());
        }));
        const auto wanted = gold->findings().find({details->partner, details->permission});
        if (wanted != gold->findings().end())
            concludeOn(wanted->second);
        else
            press(Qt::Key_N);
    }
    report("verdicts and periods");
    std::cout << "  of these " << count << " from cell to cell\n";
}

/// Of the nearest finding before it in its row that has one.
model::Period Reporter::periodBefore(const FindingKey &finding)
{
    const auto &model = *static_cast<const ui::matrix::MatrixTableModel *>(driven.list("matrixTable").model());
    const QModelIndex here = model.indexOf(finding);
    for (int column = here.column() - 1; column >= 0; --column) {
        const QModelIndex index = here.siblingAtColumn(column);
        const auto before = model.cell(index) ? model.finding(index) : std::nullopt;
        const model::Period period = before ? must(look().conclusion(*before)).period : model::Period();
        if (!period.isEmpty())
            return period;
    }
    return {};
}

/// What the panel shows, after everything that may be pressed in this order; the cheapest that comes to what is true.
void Reporter::concludeOn(const SampleGold::Finding &wanted)
{
    const auto &details = driven.find<ui::matrix::FindingPanel>("findingPanel")->details();
    const model::Period period{PartialDate::fromString(wanted.from), PartialDate::fromString(wanted.to)};
    enum class Dates { None, Before, End, Both };
    struct Way {
        bool anew = false;
        bool verdict = false;
        Dates dates = Dates::None;
        bool conclude = false;
        int cost = 1000;
    };
    const model::Period before = periodBefore(details->finding);
    const auto costOf = [&](Dates dates) {
        return dates == Dates::None     ? 0
               : dates == Dates::Before ? 1
               : dates == Dates::End    ? 2 + static_cast<int>(byHand(period.to).size())
                                        : 2 + static_cast<int>(byHand(period).size());
    };
    const Conclusion proposed = details->proposed;
    const Conclusion truth{wanted.verdict, period};
    Way best;
    for (int i = 0; i < 32; ++i) {
        Way way{(i & 1) != 0, (i & 2) != 0, static_cast<Dates>(i / 8), (i & 4) != 0};
        Conclusion now = details->conclusion;
        const auto take = [&](bool all) {
            if (proposed.verdict != Verdict::Open && (all || now.verdict == Verdict::Open))
                now.verdict = proposed.verdict;
            for (auto end : {&model::Period::from, &model::Period::to}) {
                if ((proposed.period.*end) && (all || !(now.period.*end)))
                    now.period.*end = proposed.period.*end;
            }
        };
        if (way.anew)
            take(true);
        if (way.verdict)
            now.verdict = wanted.verdict;
        if (way.dates == Dates::Both)
            now.period = period;
        else if (way.dates == Dates::Before && !before.isEmpty())
            now.period = before;
        else if (way.dates == Dates::End)
            now.period.to = period.to;
        if (way.conclude)
            take(false);
        way.cost = way.anew + way.verdict + costOf(way.dates);
        if (now == truth && way.cost < best.cost)
            best = way;
    }
    REQUIRE(best.cost < 1000);
    if (best.anew)
        press(Qt::Key_A, Qt::ShiftModifier);
    if (best.verdict)
        press(static_cast<Qt::Key>(Qt::Key_1 + static_cast<int>(wanted.verdict)));
    if (best.anew || best.verdict)
        REQUIRE(inTime([&] {
            return details && (!best.verdict || details->conclusion.verdict == wanted.verdict) &&
                   (!best.anew || isTaken(*details));
        }));
    if (best.dates == Dates::Before) {
        press(Qt::Key_Equal);
        REQUIRE(inTime([&] { return details && details->conclusion.period == before; }));
    } else if (best.dates != Dates::None) {
        const bool isEnd = best.dates == Dates::End;
        press(Qt::Key_D, isEnd ? Qt::ShiftModifier : Qt::NoModifier);
        if (isEnd ? !period.to : period.isEmpty())
            press(Qt::Key_Delete);
        type(isEnd ? byHand(period.to) : byHand(period));
        press(Qt::Key_Return);
        if (!isEnd && period.isEmpty()) {
            press(Qt::Key_Delete);
            press(Qt::Key_Return);
        }
        REQUIRE(inTime([&] {
            return details && details->conclusion.period.to == period.to &&
                   (isEnd || details->conclusion.period == period);
        }));
    }
    const FindingKey concluded = details->finding;
    press(best.conclude ? Qt::Key_A : Qt::Key_N);
    // The next may be like it.
    REQUIRE(inTime([&] { return must(look().conclusion(concluded)) == truth; }));
}

void Reporter::exportMatrix()
{
    driven.prompts.csvFile = driven.path("matrix.csv");
    press(Qt::Key_E, Qt::ControlModifier);
    press(Qt::Key_Return);
    REQUIRE(inTime([&] { return QFile::exists(driven.prompts.csvFile); }));
    report("export");
}

std::map<Cell, SampleGold::Finding> Reporter::matrix()
{
    const Matrix all = must(look().matrix());
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
    // What was decided last may still be on its way.
    std::map<Cell, SampleGold::Finding> found;
    static_cast<void>(inTime([&] {
        found = reporter.matrix();
        return found == reporter.gold->findings();
    }));
    for (const auto &[cell, finding] : reporter.gold->findings()) {
        INFO(cell.first.toStdString() << " x " << cell.second.toStdString());
        REQUIRE(found.contains(cell));
        CHECK(found.at(cell) == finding);
    }
    CHECK(found.size() == reporter.gold->findings().size());
    std::cout << "all: " << reporter.presses << " key presses, "
              << static_cast<double>(reporter.presses) / static_cast<double>(found.size()) << " per finding\n";
}
