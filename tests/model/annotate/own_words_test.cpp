// SPDX-License-Identifier: GPL-3.0-or-later
// The corpus that the model learns from is sound, and knows nothing of the sample that it is shown on.
#include "model/annotate/corpus.h"

#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

using namespace model;
using namespace model::annotate;

namespace {

const QString resources = QStringLiteral(CARVEOUT_SOURCE_DIR "/resources");

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

std::vector<GoldDocument> corpus()
{
    auto documents = readCorpus(resources + QStringLiteral("/annotator/corpus"));
    REQUIRE(documents.has_value());
    return std::move(*documents);
}

/// Sentences of six words and more; only letters and digits count.
QSet<QString> sentencesOf(const QString &text)
{
    static const QRegularExpression ends(QStringLiteral("[.?!:]\\s|\\n\\s*\\n|[|\\f]"));
    static const QRegularExpression other(QStringLiteral("[^\\p{L}\\p{N}]+"));
    QSet<QString> sentences;
    const auto parts = text.split(ends);
    for (const QString &part : parts) {
        const auto words = part.toCaseFolded().split(other, Qt::SkipEmptyParts);
        if (words.size() >= 6)
            sentences.insert(words.join(u' '));
    }
    return sentences;
}

/// A source of the sample without its head, its elements and its gold marks "{e ...|" and "}".
QString textOfSample(const QString &source)
{
    static const QRegularExpression blocks(QStringLiteral("</(p|h\\d|td|th|li|div)>|<br ?/?>"));
    static const QRegularExpression elements(QStringLiteral("<[^>]*>"));
    static const QRegularExpression marks(QStringLiteral("\\{\\w [^|{}]*\\|"));
    QString text = source.mid(source.indexOf(QStringLiteral("\n---\n")));
    text.replace(blocks, QStringLiteral("\n\n")).remove(elements).remove(marks).remove(u'}');
    return text.replace(QStringLiteral("&amp;"), QStringLiteral("&"))
        .replace(QStringLiteral("&nbsp;"), QStringLiteral(" "));
}

} // namespace

TEST_CASE("every file of the corpus can be read, and its links point at its passages")
{
    const auto documents = corpus();
    CHECK(documents.size() >= 120);
    QSet<QString> ids;
    for (const GoldDocument &document : documents) {
        CAPTURE(document.id);
        CHECK_FALSE(ids.contains(document.id));
        ids.insert(document.id);
        CHECK_FALSE(document.holders.isEmpty());
        CHECK_FALSE(document.text.contains(u'{'));
        bool sound = true;
        qsizetype start = 0;
        for (const GoldSpan &span : document.spans) {
            sound =
                sound && span.range.start >= start && !span.range.isEmpty() && span.range.end <= document.text.size();
            start = span.range.start;
        }
        const auto isSpan = [&](int index, TagKind kind) {
            return index >= 0 && size_t(index) < document.spans.size() && document.spans[size_t(index)].kind == kind;
        };
        for (const GoldLink &link : document.links) {
            sound = sound && isSpan(link.evidence, TagKind::Evidence) && !link.partner.isEmpty() &&
                    (link.partnerSpan == -1 || isSpan(link.partnerSpan, TagKind::Partner)) &&
                    (link.permissionSpan == -1 || isSpan(link.permissionSpan, TagKind::Permission)) &&
                    link.period.isOrdered();
        }
        CHECK(sound);
    }
}

TEST_CASE("no sentence of the sample stands in the corpus")
{
    QSet<QString> sample;
    const QDir sources(resources + QStringLiteral("/sample/sources"));
    const auto names = sources.entryList({QStringLiteral("*.html")}, QDir::Files);
    REQUIRE(names.size() >= 10);
    for (const QString &name : names) {
        const auto sentences = sentencesOf(textOfSample(QString::fromUtf8(contentOf(sources.filePath(name)))));
        CHECK(sentences.size() > 5);
        sample += sentences;
    }
    // What is compared are the sentences, not the marks around them.
    CHECK(sample.contains(QStringLiteral("the firm agreed that users had been able to send messages from its player")));
    for (const GoldDocument &document : corpus()) {
        CAPTURE(document.id);
        CHECK((sentencesOf(document.text) & sample).values().join(u'\n') == QString());
    }
}

TEST_CASE("no partner of the sample stands in the corpus by any name that is not a plain word")
{
    const auto plain =
        QString::fromUtf8(contentOf(resources + QStringLiteral("/annotator/common_words.txt"))).split(u'\n');
    QStringList names;
    const auto gold = QJsonDocument::fromJson(contentOf(resources + QStringLiteral("/sample/gold.json"))).object();
    const auto partners = gold[QStringLiteral("partners")].toArray();
    for (const auto &partner : partners) {
        names << partner.toObject()[QStringLiteral("name")].toString();
        const auto aliases = partner.toObject()[QStringLiteral("aliases")].toArray();
        for (const auto &alias : aliases)
            names << alias.toString();
    }
    names.removeIf([&](const QString &name) { return plain.contains(name.toLower()); });
    REQUIRE(names.size() > 10);
    for (QString &name : names)
        name = QRegularExpression::escape(name);
    const QRegularExpression any(QStringLiteral("\\b(%1)\\b").arg(names.join(u'|')),
                                 QRegularExpression::UseUnicodePropertiesOption);
    REQUIRE(any.match(QStringLiteral("x Royal Cedar Bank y")).hasMatch());
    for (const GoldDocument &document : corpus()) {
        CAPTURE(document.id);
        CHECK(any.match(document.text).captured() == QString());
    }
}
