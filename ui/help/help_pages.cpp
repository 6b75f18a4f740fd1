// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/help_pages.h"

#include <QCoreApplication>

namespace ui::help {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Help", text);
}

QString row(const QString &left, const QString &right)
{
    return QStringLiteral("<tr><td width='190' style='padding-right: 16px'>%1</td><td>%2</td></tr>").arg(left, right);
}

QString example(const char *query, const QString &meaning)
{
    return row(QStringLiteral("<code>%1</code>").arg(QString::fromLatin1(query).toHtmlEscaped()), meaning);
}

QString table(const QString &rows)
{
    return QStringLiteral("<table cellspacing='0' cellpadding='3'>%1</table>").arg(rows);
}

QString paragraph(const QString &text)
{
    return QStringLiteral("<p>%1</p>").arg(text);
}

QString heading(const QString &text)
{
    return QStringLiteral("<h3>%1</h3>").arg(text);
}

} // namespace

QString searchPage(const KeyWords &keys)
{
    QString page =
        QStringLiteral("<p>%1</p>")
            .arg(tr(
                "{search} goes to the box at the top. While you type, it lists what may be meant: pages, partners, "
                "permissions, findings, tags, notes, documents and the commands of the menus. Up and Down choose, "
                "Enter goes there; Enter without a choice searches all pages. Esc leaves it. The last word may be the "
                "beginning of one, unless a blank follows it or there is more than words."));
    page += heading(tr("Words"));
    page += table(example("inbox", tr("pages with this word; accents and capitals do not matter")) +
                  example("inbox scope", tr("pages with both words")) +
                  example("\"inbox scope\"", tr("these words, one after the other, also over a line or page break")) +
                  example("messag*", tr("words that begin so")) +
                  example("Larkspur~", tr("words one letter off; Larkspur~2: two letters")));
    page += heading(tr("Putting words together"));
    page += table(example("bank OR film", tr("either word")) +
                  example("bank NOT film", tr("the first without the second")) +
                  example("bank NEAR messages", tr("close to each other; NEAR/5: with at most five words between")) +
                  example("(bank OR film) messages", tr("brackets hold together")));
    page += QStringLiteral("<p>%1</p>").arg(tr("AND, OR, NOT and NEAR are written in capitals."));
    page += heading(tr("Looking only at some pages"));
    page += table(example("partner:Larkspur", tr("where this partner is tagged")) +
                  example("permission:\"read messages\"", tr("where this permission is tagged")) +
                  example("document:agreement", tr("in documents of this title or file name")) +
                  example("kind:evidence", tr("with a tag of this kind: partner, permission, evidence")) +
                  example("stance:denies", tr("with evidence that supports, denies, ended, planned or is context")) +
                  example("verdict:confirmed", tr("with evidence of a finding so concluded: open, alleged, confirmed, "
                                                  "disputed, dismissed")) +
                  example("read:no", tr("that you have not seen yet; read:yes: that you have")) +
                  example("hidden:yes", tr("with words that whoever made the file hid")) +
                  example("bates:ABC000123", tr("with this Bates number stamped on it, or numbers that begin so")));
    page +=
        QStringLiteral("<p>%1</p>")
            .arg(tr("All of it can be put together: messages partner:Larkspur read:no. {nextHit} goes to the next hit, "
                    "{previousHit} to the one before."));
    page += QStringLiteral("<p>%1</p>")
                .arg(tr("{saveSearch} saves a search under a name. The saved ones are below the hits, and in the box "
                        "while it is "
                        "empty, each with how many of its pages are new since you opened it last. In the list Enter "
                        "opens one, F2 renames it and Delete removes it."));
    return keys.in(page, KeyWords::Form::Html);
}

QString timelinePage(const KeyWords &keys)
{
    QString page = heading(tr("What it shows"));
    page += paragraph(tr("Each line is a finding, under its partner. The bar is the time in which the partner had the "
                         "permission: filled where you concluded it (in the Matrix, beside the cell), hollow where it "
                         "is what the supporting evidence adds up to, dashed where it is only suggested "
                         "({timelineShowSuggested} shows that, or hides it). A beginning or an end that nothing names "
                         "fades into an arrow: “in 2009” says "
                         "that it held then, not that it ended. A year or a month is drawn from its first day to its "
                         "last."));
    page += paragraph(tr("The marks below the bar are evidence passages, each at the time that its own words name: "
                         "“from 2013 to May 2015”, “since March 2016”, “in 2014”. A date on which something was only "
                         "said or printed counts for nothing. The program reads these times itself and can be wrong: "
                         "open the passage before you rely on one."));
    page += heading(tr("Gaps and contradictions"));
    page += table(row(tr("Two slanted strokes"), tr("a gap: the evidence says that it ended and began again")) +
                  row(tr("Lightning"), tr("a contradiction: a passage denies it, or says that it ended, while another "
                                          "supports it for then or later; or a passage names a time outside of what "
                                          "you concluded")));
    page += paragraph(tr("Below, the chosen finding is told in words; Enter on a line opens the passage. Findings "
                         "without any date stand apart at the end, at no day."));
    page += heading(tr("Moving about"));
    page += table(
        row(tr("Up, Down"), tr("from finding to finding")) +
        row(tr("Left, Right"), tr("through the bars and marks of a finding")) +
        row(tr("Enter"), tr("opens the page with the words framed; Esc leads back")) +
        row(tr("{timelineToMatrix}"), tr("shows the finding in the matrix")) +
        row(tr("{timelineShowSuggested}"), tr("shows what is only suggested, or not; the matrix shows it alike")) +
        row(tr("{timelineZoomIn}, {timelineZoomOut}, {timelineFit}"),
            tr("zooms in, out, and to everything; Ctrl and the wheel, too")) +
        row(tr("{filterTimeline}"), tr("filters by partner or permission; the matrix is filtered alike")) +
        row(tr("{timelinePicture}"), tr("saves a picture of what is shown, PNG or SVG")));
    return keys.in(page, KeyWords::Form::Html);
}

QString coveragePage(const KeyWords &keys)
{
    QString page = heading(tr("Who has seen what"));
    page +=
        paragraph(tr("The bar above the list of documents, and the small one under each document, say who looked at "
                     "its pages:"));
    page += table(
        row(tr("Full bar"), tr("you have seen them: by scrolling through, with {readAndNext}, or with {toggleRead}")) +
        row(tr("Hatched half"), tr("only the annotation model did, and made its suggestions")) +
        row(tr("Thin line"), tr("nobody did")));
    page +=
        paragraph(tr("{nextUnread} goes on to the next page that you have not seen and that names a partner: with a "
                     "tag, with a suggestion, or with any of its names in the text. Behind the last page of the "
                     "case it begins again."));
    page += heading(tr("Since your last visit"));
    page +=
        paragraph(tr("When a case is opened, a line says what is new since you closed it: documents that were taken "
                     "in, suggestions, and what other reviewers decided. “Show the documents” lists only those."));
    return keys.in(page, KeyWords::Form::Html);
}

QString keyboardPage(const KeyTable &menus, const KeyWords &keys)
{
    QString page;
    for (const auto &[menu, commands] : menus) {
        QString rows;
        for (const auto &[command, key] : commands)
            rows += row(key.toHtmlEscaped(), command.toHtmlEscaped());
        if (!rows.isEmpty())
            page += heading(menu.toHtmlEscaped()) + table(rows);
    }
    page += heading(tr("On a page, with the mouse"));
    page += table(
        row(tr("Drag"), tr("selects whole words; with Ctrl or Alt held, exactly the letters that you drag over")) +
        row(tr("Double click"), tr("selects a word")) + row(tr("Triple click"), tr("selects a sentence")));
    page += heading(tr("On a page, with the caret ({caret})"));
    page += table(row(tr("Arrows, Ctrl+arrows, Home, End"), tr("move the caret by letter, word, line")) +
                  row(tr("Shift with any of them"), tr("selects words")) +
                  row(tr("Esc"), tr("leaves the selection, the frame, the caret; then goes back to where you were")));
    page += heading(tr("With the magnifier ({magnifier})"));
    page +=
        table(row(tr("Mouse, or the caret"), tr("moves it; the page is drawn anew under it, three times as large")) +
              row(tr("Esc"), tr("takes it away")));
    page += heading(tr("Beside the page"));
    page += table(
        row(tr("{keepBeside}"), tr("keeps the page beside while you go on to another, of this document or the next")) +
        row(tr("{swapBeside}"), tr("changes the two; {nextPane} goes from one to the other")) +
        row(tr("{showOrigin}"), tr("tells where the document comes from; Esc closes it")));
    page += heading(tr("Among the small pages and in the outline"));
    page +=
        table(row(tr("Arrows"), tr("turn to that page; a tick says that you have seen it, a mark what it carries")) +
              row(tr("Enter"), tr("goes there, and back to the page")));
    page += heading(tr("While finding in a document"));
    page += table(row(tr("Enter, Shift+Enter"), tr("goes to the next place, to the one before")) +
                  row(tr("Esc"), tr("goes back to the page, with that place selected: {tagPartner}, {tagPermission} or "
                                    "{tagEvidence} tags it")));
    page += heading(tr("In the list of suggestions"));
    page +=
        table(row(tr("Up, Down"), tr("goes to the next suggestion and frames its passage on the page")) +
              row(tr("{acceptSuggestion}"), tr("accepts it: the tags, and of a finding the link, are yours then")) +
              row(tr("{rejectSuggestion}"), tr("rejects it; it is not suggested again")) +
              row(tr("1, 2, 3"), tr("accepts a passage as partner, permission, evidence")) +
              row(tr("1 to 5"), tr("accepts a finding as supports, denies, ended, planned, context")) +
              row(tr("Shift with Left or Right"), tr("moves the end of the passage by a word before you accept it")) +
              row(tr("Ctrl with Left or Right"), tr("moves its beginning")) +
              row(tr("{acceptSame}, {rejectSame}"),
                  tr("lists what says the same in the whole case; Enter then decides all of it in one step, Space "
                     "leaves one out")) +
              row(tr("{acceptAsPartner}, {acceptAsPermission}"),
                  tr("accepts it under another name, or with another permission")) +
              row(tr("{takeBackDecision}"), tr("takes the last decision back")) +
              row(tr("{orderSuggestions}, {filterSuggestions}"),
                  tr("goes to the order, or the filter, of the list; Enter comes back")) +
              row(tr("Esc"), tr("goes back to the page")));
    page += heading(tr("In the history of decisions"));
    page += table(row(tr("Enter"), tr("goes to where the decision can be seen")) +
                  row(tr("U"), tr("takes it back with all that came after it, once you have said so")) +
                  row(tr("Esc"), tr("goes back to where you were")));
    page += heading(tr("While linking evidence"));
    page += table(row(tr("S, D, E, P, C or 1 to 5"), tr("supports, denies, ended, planned, context")) +
                  row(tr("Space"), tr("takes a name in or out")) + row(tr("Enter"), tr("links")) +
                  row(tr("Esc"), tr("leaves it")));
    page += heading(tr("In the matrix"));
    page += table(
        row(tr("Enter"),
            tr("opens the page at the cell's first passage; of an empty cell, the first page that names both "
               "its partner and its permission")) +
        row(tr("Tab"), tr("goes to the cell's evidence, or to the pages of an empty cell; Enter there opens one")) +
        row(tr("{matrixPage}"),
            tr("shows the page beside it: the words of the chosen cell, as you go from cell to cell")) +
        row(tr("{nextFinding}, {previousFinding}"), tr("goes to the next or the previous finding")) +
        row(tr("1 to 5"), tr("gives the verdict: open, alleged, confirmed, disputed, dismissed")) +
        row(tr("{setVerdict}"), tr("chooses the verdict from a list")) +
        row(tr("{setPeriod}"), tr("sets when it began and ended; Enter goes on, and back to the matrix")) +
        row(tr("Shift with the arrows, Ctrl+A"),
            tr("chooses several cells, or all; {copyCells} copies them for a spreadsheet")) +
        row(tr("{sortMatrix}, {sortByColumn}"), tr("sorts the partners; by what stands in the chosen column")) +
        row(tr("{foldKind}, {foldAll}"),
            tr("folds the chosen kind of data into one column, or unfolds it; all of them")) +
        row(tr("{foldGroup}, {foldAllGroups}"),
            tr("folds the group of the chosen partner into one row, or unfolds it; all of them")) +
        row(tr("{hideEmpty}, {showHeat}, {showSuggested}"),
            tr("hides what is empty, shows heat, shows what is suggested; or not")) +
        row(tr("{saveMatrix}"), tr("saves the matrix as it stands, as a picture or as PDF for paper")));
    return keys.in(page, KeyWords::Form::Html);
}

QString aboutPage(const QString &version)
{
    return QStringLiteral("<h2>Carveout %1</h2>").arg(version.toHtmlEscaped()) +
           QStringLiteral("<p>%1</p>")
               .arg(tr("Which partner was given which permission over people's data, and where does it say so?")) +
           QStringLiteral("<p>%1</p>")
               .arg(tr("Carveout never goes online. A case is a folder on this computer and is not encrypted: keep it "
                       "on an encrypted disk.")) +
           QStringLiteral("<p>%1</p>")
               .arg(tr("Free software under the GNU General Public License, version 3 or, at your choice, any later "
                       "version. It comes without any warranty. The licence's text is in the file LICENSE.")) +
           QStringLiteral("<p>%1</p>")
               .arg(tr("Made with Qt %1, Poppler and SQLite.").arg(QString::fromLatin1(qVersion())));
}

} // namespace ui::help
