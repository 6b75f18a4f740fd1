// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sample_reporter.h"

#include "model/session/naming.h"
#include "model/session/suggestions.h"
#include "ui/common/name_matches.h"
#include "ui/page/document_pane.h"

#include <QLineEdit>
#include <QListView>
#include <QListWidget>

using namespace model;

namespace {

constexpr int mostSteps = 4; ///< down a list of names

} // namespace

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

bool Reporter::isInView(const Passage &passage)
{
    const auto &shown = driven.find<ui::page::DocumentPane>("documentPane")->document();
    return shown && shown->document.sha256 == passage.document && driven.pages().source() &&
           driven.pages().source()->layout(passage.firstPage);
}

void Reporter::exportMatrix()
{
    driven.prompts.csvFile = driven.path("matrix.csv");
    press(Qt::Key_E, Qt::ControlModifier);
    press(Qt::Key_Return);
    REQUIRE(inTime([&] { return QFile::exists(driven.prompts.csvFile); }));
    report("export");
}

std::map<Reporter::Cell, SampleGold::Finding> Reporter::matrix()
{
    const Matrix all = must(look().matrix());
    std::map<Cell, SampleGold::Finding> found;
    for (const MatrixCell &cell : all.cells)
        found[{all.partners[static_cast<size_t>(cell.partner)].name,
               all.permissions[static_cast<size_t>(cell.permission)].name}] = {
            cell.conclusion.verdict, toText(cell.conclusion.period.from), toText(cell.conclusion.period.to)};
    return found;
}
