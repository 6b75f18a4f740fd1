// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sample_gold.h"

#include "model/annotate/names.h"
#include "model/annotate/vocabulary.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_case.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace model;

namespace {

QJsonObject goldFile()
{
    QFile file(QStringLiteral(CARVEOUT_SOURCE_DIR "/resources/sample/gold.json"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QJsonDocument::fromJson(file.readAll()).object();
}

/// Letters and digits alone, and where each stood: neither white space nor hyphens count where words are looked for.
struct Folded {
    explicit Folded(const QString &text)
    {
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (text[i].isLetterOrNumber()) {
                key += text[i].toCaseFolded();
                places.push_back(i);
            }
        }
    }
    /// The words in the text; where a table has torn them, from the first of them to the last.
    TextRange find(const QString &words) const
    {
        const QString wanted = Folded(words).key;
        if (const qsizetype at = key.indexOf(wanted); at >= 0)
            return range(at, at + wanted.size());
        const qsizetype first = key.indexOf(wanted.left(10));
        const qsizetype last = first < 0 ? -1 : key.indexOf(wanted.right(10), first);
        return last < 0 ? TextRange{} : range(first, last + qMin(qsizetype(10), wanted.size()));
    }
    TextRange range(qsizetype from, qsizetype to) const
    {
        return {places[static_cast<size_t>(from)], places[static_cast<size_t>(to - 1)] + 1};
    }

    QString key;
    std::vector<qsizetype> places;
};

/// Names of the gold's permissions as the annotation model has them, the first of each meaning.
QHash<QString, QString> columnNames(const QJsonObject &gold)
{
    QHash<QString, QString> names;
    QSet<QString> taken;
    for (const QJsonValue &value : gold[u"permissions"].toArray()) {
        const QString name = value[u"name"].toString();
        const QString meaning = annotate::permissionName({*annotate::actionFromWord(value[u"action"].toString()),
                                                          *annotate::dataKindFromWord(value[u"data"].toString())});
        names.insert(name, taken.contains(meaning) ? name : meaning);
        taken.insert(meaning);
    }
    return names;
}

} // namespace

SampleGold::SampleGold(const session::CaseFile &file)
{
    const QJsonObject gold = goldFile();
    for (const QJsonValue &partner : gold[u"partners"].toArray()) {
        const QString name = partner[u"name"].toString();
        m_partners.insert(annotate::nameKeyOf(name), name);
        for (const QJsonValue &alias : partner[u"aliases"].toArray())
            m_partners.insert(annotate::nameKeyOf(alias.toString()), name);
    }
    const QHash<QString, QString> columns = columnNames(gold);
    for (const QJsonValue &one : gold[u"findings"].toArray())
        m_findings[{one[u"partner"].toString(), columns.value(one[u"permission"].toString())}] = {
            *verdictFromWord(one[u"verdict"].toString()), one[u"period_from"].toString(), one[u"period_to"].toString()};
    for (const QJsonValue &document : gold[u"documents"].toArray()) {
        const QString name = document[u"file"].toString();
        const Sha256 sha = must(file.findDocument(name)).sha256;
        QHash<QString, QJsonValue> tags;
        for (const QJsonValue &tag : document[u"tags"].toArray())
            tags.insert(tag[u"id"].toString(), tag);
        for (const QJsonValue &link : document[u"links"].toArray()) {
            const QJsonValue evidence = tags.value(link[u"evidence"].toString());
            const int page = evidence[u"page"].toInt() - 1;
            const QString quote = evidence[u"quote"].toString();
            m_links.push_back({name, page, Folded(must(file.pageText(sha, page)).text).find(quote), quote,
                               link[u"partner"].toString(), columns.value(link[u"permission"].toString()),
                               *stanceFromWord(link[u"stance"].toString())});
        }
    }
}

QStringList SampleGold::holders()
{
    QStringList names;
    for (const QJsonValue &name : goldFile()[u"holders"].toArray())
        names += name.toString();
    return names;
}

QString SampleGold::partnerCalled(const QString &name) const
{
    return m_partners.value(annotate::nameKeyOf(name));
}
