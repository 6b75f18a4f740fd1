// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/reader/redaction_scores.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace {

struct Passage {
    int page = 0; ///< from 1
    QString text;
    bool isMet = false;
};

/// Letters and digits alone: programs differ in blanks and quotation marks.
QString plain(const QString &text)
{
    QString letters;
    for (const QChar unit : text) {
        if (unit.isLetterOrNumber())
            letters += unit.toLower();
    }
    return letters;
}

std::vector<Passage> foundBy(model::reader::DocumentReader &reader)
{
    std::vector<Passage> passages;
    const auto facts = reader.facts();
    for (int page = 0; facts && page < facts->pageCount; ++page) {
        const auto text = reader.pageText(page);
        if (!text)
            continue;
        for (const model::HiddenPassage &passage : text->hidden)
            passages.push_back({page + 1, text->text.mid(passage.range.start, passage.range.length())});
    }
    return passages;
}

std::vector<Passage> expectedIn(const QJsonObject &pages)
{
    std::vector<Passage> passages;
    for (auto page = pages.begin(); page != pages.end(); ++page) {
        for (const QJsonValue &one : page.value().toArray())
            passages.push_back({page.key().toInt(), one.toObject().value(QLatin1String("text")).toString()});
    }
    return passages;
}

} // namespace

void addScore(RedactionScore &score, model::reader::DocumentReader &reader, const QString &path)
{
    QFile file(path + QStringLiteral(".expected.json"));
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    std::vector<Passage> expected = expectedIn(json.value(QLatin1String("xray_inspect_run_here")).toObject());
    const bool isMissed =
        json.value(QLatin1String("upstream_expectation")).toString().contains(QLatin1String("expected failure"));
    std::vector<Passage> found = foundBy(reader);
    for (Passage &one : expected) {
        for (Passage &other : found) {
            const QString mine = plain(other.text);
            if (one.page == other.page && !mine.isEmpty() &&
                (plain(one.text).contains(mine) || mine.contains(plain(one.text))))
                one.isMet = other.isMet = true;
        }
    }
    const QString name = QFileInfo(path).fileName();
    if (isMissed) {
        score.expected += 1;
        score.found += found.empty() ? 0 : 1;
        if (found.empty())
            score.mistakes += name + QStringLiteral(": nothing found");
        return;
    }
    for (const Passage &one : expected) {
        ++score.expected;
        score.found += one.isMet ? 1 : 0;
        if (!one.isMet)
            score.mistakes += QStringLiteral("%1, page %2: missed \"%3\"").arg(name).arg(one.page).arg(one.text);
    }
    for (const Passage &one : found) {
        score.alarms += one.isMet ? 0 : 1;
        if (!one.isMet)
            score.mistakes += QStringLiteral("%1, page %2: false alarm \"%3\"").arg(name).arg(one.page).arg(one.text);
    }
}
