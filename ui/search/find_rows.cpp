// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/find_rows.h"

#include "ui/common/marks.h"
#include "ui/common/words.h"

#include <QAction>
#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace ui::search {
namespace {

constexpr int listedCommands = 5;
constexpr int textLength = 160;
constexpr int titleLength = 30;
constexpr qsizetype beforeMatch = 16; // of the words before it, so that a match is not cut off at the line's end

QString tr(const char *text, const char *comment = nullptr, int count = -1)
{
    return QCoreApplication::translate("Find", text, comment, count);
}

std::vector<model::TextRange> typedIn(const QString &text, const QString &typed)
{
    const qsizetype at = typed.isEmpty() ? -1 : text.indexOf(typed, 0, Qt::CaseInsensitive);
    return at < 0 ? std::vector<model::TextRange>() : std::vector<model::TextRange>{{at, at + typed.size()}};
}

/// Cuts words off the beginning where the first of what is bold would come late.
void bringForward(FindRow &row)
{
    if (row.bold.empty() || row.bold.front().start <= 2 * beforeMatch)
        return;
    const qsizetype blank = row.text.indexOf(QLatin1Char(' '), row.bold.front().start - beforeMatch);
    const qsizetype cut = std::min(blank + 1, row.bold.front().start);
    row.text = QStringLiteral("…") + row.text.mid(cut);
    for (model::TextRange &range : row.bold)
        range = {range.start - cut + 1, range.end - cut + 1};
}

/// Puts lines below the name of their group, which is there only when they are.
class Rows final {
public:
    explicit Rows(const QString &typed)
        : m_typed(typed.simplified())
    {
    }

    void begin(const QString &group)
    {
        m_group = group;
        m_begun = false;
    }
    FindRow &add(const QString &text, const QString &detail, const QIcon &icon, FindChoice choice)
    {
        if (!m_begun)
            m_rows.push_back({m_group, {}, {}, {}, {}, {}});
        m_begun = true;
        const QString shown = shortened(text, textLength);
        m_rows.push_back({m_group, shown, detail, icon, typedIn(shown, m_typed), std::move(choice)});
        bringForward(m_rows.back());
        return m_rows.back();
    }
    std::vector<FindRow> rows() { return std::move(m_rows); }

private:
    QString m_typed;
    QString m_group;
    bool m_begun = false;
    std::vector<FindRow> m_rows;
};

/// As the reporter typed it, not as the query has it; and a phrase, or a name that needs them, without its quotation
/// marks.
QString plainly(const QString &typed)
{
    const QString text = typed.simplified();
    const bool isPhrase = text.size() > 2 && text.startsWith(QLatin1Char('"')) && text.endsWith(QLatin1Char('"')) &&
                          text.count(QLatin1Char('"')) == 2;
    return isPhrase ? text.mid(1, text.size() - 2).trimmed() : text;
}

QString countText(const model::SearchPage &page, const QString &typed)
{
    if (page.total == 1 && page.totalIsExact)
        return tr("The page with “%1”").arg(plainly(typed));
    const int count = static_cast<int>(page.total);
    return page.totalIsExact ? tr("All %Ln pages with “%1”", nullptr, count).arg(plainly(typed))
                             : tr("More than %Ln pages with “%1”", nullptr, count).arg(plainly(typed));
}

void addText(Rows &rows, const QString &typed, const model::Found &found)
{
    rows.begin(tr("On the pages"));
    if (!found.text || found.text->hits.empty())
        return;
    rows.add(countText(*found.text, typed), {}, {}, AllHits{found.textQuery}).bold.clear();
    for (const model::SearchHit &hit : found.text->hits) {
        FindRow &row = rows.add(
            hit.snippet,
            tr("%1, %2", "title, page").arg(shortened(hit.title, titleLength), pageText(hit.pageIndex, hit.pageLabel)),
            {}, OneHit{found.textQuery, hit});
        row.text = hit.snippet;
        row.bold = hit.inSnippet;
        bringForward(row);
    }
}

void addSaved(Rows &rows, const QString &typed, const std::vector<SavedRow> &saved)
{
    rows.begin(tr("Saved searches"));
    for (const SavedRow &search : saved) {
        if (search.name.contains(typed, Qt::CaseInsensitive))
            rows.add(search.name, search.count, {}, AllHits{search.query});
    }
}

void addSubjects(Rows &rows, const QString &group, const std::vector<model::FoundSubject> &subjects)
{
    rows.begin(group);
    for (const model::FoundSubject &subject : subjects)
        rows.add(
            subject.name, subject.found.isEmpty() ? QString() : tr("also called %1").arg(subject.found),
            iconFor(subject.kind == model::SubjectKind::Partner ? model::TagKind::Partner : model::TagKind::Permission),
            subject);
}

void addDecided(Rows &rows, const model::Found &found)
{
    addSubjects(rows, tr("Partners"), found.partners);
    addSubjects(rows, tr("Permissions"), found.permissions);
    rows.begin(tr("Findings"));
    for (const model::FoundFinding &finding : found.findings)
        rows.add(tr("%1 × %2", "partner, permission").arg(finding.partner, finding.permission),
                 finding.passages == 1 ? tr("1 passage")
                                       : tr("%Ln passages", nullptr, static_cast<int>(finding.passages)),
                 {}, finding.finding);
    rows.begin(tr("Tags"));
    for (const model::FoundTag &tag : found.tags)
        rows.add(tag.tag.passage.quote,
                 tr("%1, %2", "title, page")
                     .arg(shortened(tag.title, titleLength), pageText(tag.tag.passage.firstPage, QString())),
                 iconFor(tag.tag.kind), tag.tag.passage);
    rows.begin(tr("Notes"));
    for (const model::FoundNote &note : found.notes)
        rows.add(note.note.text,
                 note.on.isEmpty() ? tr("on the case") : tr("on %1").arg(shortened(note.on, titleLength)), {}, note);
    rows.begin(tr("Documents"));
    for (const model::Document &document : found.documents)
        rows.add(document.title, document.file == document.title ? stateText(document) : document.file, {},
                 document.sha256);
}

} // namespace

QString nameOf(const QAction &command)
{
    // Two of them stand for one that is meant.
    static const QRegularExpression marks(QStringLiteral("&(.)"));
    return command.text().replace(marks, QStringLiteral("\\1"));
}

QList<QAction *> commandsNamed(const QString &typed, const QList<QAction *> &commands, int count)
{
    static const QRegularExpression apart(QStringLiteral("[^\\p{L}\\p{N}]+"));
    const QStringList words = typed.toCaseFolded().split(apart, Qt::SkipEmptyParts);
    QList<QAction *> named;
    for (QAction *command : commands) {
        const QStringList inName = nameOf(*command).toCaseFolded().split(apart, Qt::SkipEmptyParts);
        const auto begins = [&inName](const QString &word) {
            return std::any_of(inName.begin(), inName.end(),
                               [&word](const QString &one) { return one.startsWith(word); });
        };
        if (!words.isEmpty() && command->isEnabled() && named.size() < count &&
            std::all_of(words.begin(), words.end(), begins))
            named += command;
    }
    return named;
}

std::vector<FindRow> rowsOf(const QString &typed, const std::vector<model::session::QueryCompletion> &completions,
                            const model::Found &found, const std::vector<SavedRow> &saved,
                            const QList<QAction *> &commands)
{
    Rows rows(typed);
    rows.begin(tr("Narrow it down"));
    for (const model::session::QueryCompletion &completion : completions)
        rows.add(completion.shown, {}, {}, completion).bold.clear();
    addText(rows, typed, found);
    addSaved(rows, typed.simplified(), saved);
    addDecided(rows, found);
    rows.begin(tr("Commands"));
    for (QAction *command : commandsNamed(typed, commands, listedCommands))
        rows.add(nameOf(*command), command->shortcut().toString(QKeySequence::NativeText), {}, Command(command))
            .bold.clear();
    return rows.rows();
}

} // namespace ui::search
