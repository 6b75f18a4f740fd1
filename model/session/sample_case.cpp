// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/sample_case.h"

#include "model/intake/importer.h"
#include "model/intake/suggesting.h"
#include "model/session/gestures.h"
#include "model/session/suggestions.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <algorithm>

namespace model::session {
namespace {

const QString bundlePath = QStringLiteral(":/sample/bundle");

QJsonObject gold()
{
    QFile file(QStringLiteral(":/sample/gold.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The sample's decisions are missing from the program.");
    return QJsonDocument::fromJson(file.readAll()).object();
}

/// A text without white space and hyphens, which the gold quotes have otherwise than the pages, and where each of its
/// characters stood.
class Squeezed {
public:
    explicit Squeezed(const QString &text)
    {
        for (qsizetype at = 0; at < text.size(); ++at) {
            const QChar c = text[at];
            if (c.isSpace() || c == u'-' || c == QChar(0x00ad) || c == QChar(0x2010) || c == QChar(0x2011))
                continue;
            const QString plain = QString(c).normalized(QString::NormalizationForm_KC);
            for (const QChar part : plain) {
                m_key += part;
                m_places.push_back(at);
            }
        }
    }
    const QString &key() const { return m_key; }

    /// The ranges in the text that read so.
    std::vector<TextRange> find(const QString &words) const
    {
        std::vector<TextRange> found;
        for (qsizetype at = words.isEmpty() ? -1 : m_key.indexOf(words); at >= 0; at = m_key.indexOf(words, at + 1))
            found.push_back({m_places[size_t(at)], m_places[size_t(at + words.size() - 1)] + 1});
        return found;
    }
    /// Where the cells of a table row have got mixed up line by line: from the first word of the quote to the last that
    /// belongs to it, as a reporter would select it.
    std::vector<TextRange> findTorn(const QString &quote) const
    {
        const QStringList words = quote.split(u' ', Qt::SkipEmptyParts);
        const qsizetype reach = 2 * quote.size() + 40;
        std::vector<TextRange> found;
        for (const TextRange &first : find(Squeezed(words.front()).key())) {
            TextRange range = first;
            bool isWhole = true;
            for (const QString &word : words) {
                const auto places = find(Squeezed(word).key());
                const auto near = std::find_if(places.begin(), places.end(), [&](const TextRange &place) {
                    return place.start >= first.start && place.start < first.start + reach;
                });
                isWhole = isWhole && near != places.end();
                range.end = near == places.end() ? range.end : std::max(range.end, near->end);
            }
            if (isWhole)
                found.push_back(range);
        }
        return found;
    }

private:
    QString m_key;
    std::vector<qsizetype> m_places;
};

class Reviewer {
public:
    explicit Reviewer(CaseFile &file)
        : m_file(file)
    {
    }

    Result<void> decideAll()
    {
        const QJsonObject all = gold();
        for (const auto &document : all[u"documents"].toArray()) {
            if (const auto done = decideDocument(document.toObject()); !done)
                return done.error();
        }
        for (const auto &value : all[u"partners"].toArray()) {
            const auto partner = m_file.findSubject(SubjectKind::Partner, value[u"name"].toString());
            for (const auto &alias : value[u"aliases"].toArray()) {
                if (const auto done =
                        partner ? decide(journal::Decision{{journal::AddAlias{partner->id, alias.toString()}}})
                                : partner.error();
                    !done)
                    return done.error();
            }
        }
        for (const auto &finding : all[u"findings"].toArray()) {
            if (const auto done = conclude(finding.toObject()); !done)
                return done.error();
        }
        return {};
    }

private:
    Result<void> decide(const Result<journal::Decision> &decision)
    {
        if (!decision)
            return decision.error();
        if (decision->changes.empty())
            return {};
        const auto changes = m_file.decide(*decision);
        return changes ? Result<void>() : changes.error();
    }

    Result<void> decideDocument(const QJsonObject &document)
    {
        const auto found = m_file.findDocument(document[u"file"].toString());
        if (!found)
            return found.error();
        QHash<QString, TagId> ids;
        for (const auto &value : document[u"tags"].toArray()) {
            const QJsonObject tag = value.toObject();
            const auto passage = locate(found->sha256, tag);
            if (!passage)
                return passage.error();
            const TagKind kind = tagKindFromWord(tag[u"kind"].toString()).value_or(TagKind::Evidence);
            const TagId id = TagId::create();
            ids.insert(tag[u"id"].toString(), id);
            if (const auto done = decide(tagPassage(m_file, {*passage, kind, tag[u"as"].toString()}, id)); !done)
                return done;
        }
        for (const auto &value : document[u"links"].toArray()) {
            LinkRequest request{ids.value(value[u"evidence"].toString(), TagId::create()),
                                {value[u"partner"].toString()},
                                {value[u"permission"].toString()},
                                stanceFromWord(value[u"stance"].toString()).value_or(Stance::Context)};
            if (const auto done = decide(linkEvidence(m_file, request)); !done)
                return done;
        }
        return {};
    }

    Result<Passage> locate(const Sha256 &document, const QJsonObject &tag) const
    {
        const int firstPage = tag[u"page"].toInt() - 1;
        const int lastPage = tag[u"end_page"].toInt(firstPage + 1) - 1;
        const auto first = m_file.pageText(document, firstPage);
        const auto last = m_file.pageText(document, lastPage);
        if (!first || !last)
            return first ? last.error() : first.error();
        const QString words = Squeezed(tag[u"quote"].toString()).key();
        std::optional<Passage> passage;
        const Squeezed begin(first->text);
        if (firstPage == lastPage) {
            auto found = begin.find(words);
            const size_t number = size_t(tag[u"occurrence"].toInt(1));
            if (found.size() < number) {
                const auto torn = begin.findTorn(tag[u"quote"].toString());
                found.insert(found.end(), torn.begin(), torn.end());
            }
            const TextRange *range = found.size() < number ? nullptr : &found[number - 1];
            if (range)
                passage =
                    makePassage(document, firstPage, first->text, range->start, firstPage, first->text, range->end);
        } else {
            // It runs on: how much of it stands on which page is tried out.
            const Squeezed end(last->text);
            for (qsizetype cut = words.size() - 1; cut > 0 && !passage; --cut) {
                const auto heads = begin.find(words.left(cut));
                const auto tails = end.find(words.mid(cut));
                if (!heads.empty() && !tails.empty())
                    passage = makePassage(document, firstPage, first->text, heads.back().start, lastPage, last->text,
                                          tails.front().end);
            }
        }
        if (!passage)
            return Error{
                ErrorKind::NotFound,
                QStringLiteral("The sample's words “%1” are not where they should be.").arg(tag[u"quote"].toString())};
        return *passage;
    }

    Result<void> conclude(const QJsonObject &finding)
    {
        const auto key = findingNamed(m_file, finding[u"partner"].toString(), finding[u"permission"].toString());
        if (!key)
            return key.error();
        const Verdict verdict = verdictFromWord(finding[u"verdict"].toString()).value_or(Verdict::Open);
        Period period;
        period.from = PartialDate::fromString(finding[u"period_from"].toString());
        period.to = PartialDate::fromString(finding[u"period_to"].toString());
        journal::Decision decision;
        if (verdict != Verdict::Open)
            decision.changes.push_back(journal::SetVerdict{*key, verdict});
        if (!period.isEmpty())
            decision.changes.push_back(journal::SetPeriod{*key, period});
        return decide(decision);
    }

    CaseFile &m_file;
};

QStringList namesIn(const QJsonArray &array)
{
    QStringList names;
    for (const auto &name : array)
        names << name.toString();
    return names;
}

Result<void> writeBundle(const QString &folder)
{
    QDir().mkpath(folder);
    for (const QString &name : QDir(bundlePath).entryList(QDir::Files, QDir::Name)) {
        const QString path = QDir(folder).filePath(name);
        if (!QFile::copy(bundlePath + u'/' + name, path))
            return Error{ErrorKind::Io, QStringLiteral("“%1” could not be written.").arg(path)};
    }
    return {};
}

Result<void> import(CaseFile &file, const QString &bundle, const QString &readerProgram, const std::stop_token &stop)
{
    const auto host = reader::ReaderHost::start({readerProgram, {}, true});
    if (!host)
        return host.error();
    intake::Importer::Options options;
    options.caseFolder = file.path();
    options.reviewer = file.options().reviewer;
    options.clock = file.options().clock;
    options.host = *host;
    options.proposer = shippedProposer();
    options.write = [&file](const intake::Importer::Step &step) { step(file.database()); };
    const auto report = intake::Importer(options).import({bundle}, stop);
    if (!report)
        return report.error();
    if (!report->isComplete())
        return Error{ErrorKind::Io, QStringLiteral("Not all of the sample's documents could be read.")};
    return {};
}

} // namespace

Result<void> makeSampleCase(const QString &path, const QString &readerProgram, const CaseFile::Options &options,
                            const std::stop_token &stop)
{
    if (QFileInfo::exists(path))
        return Error{ErrorKind::Invalid, QStringLiteral("“%1” is there already.").arg(path)};
    // Beside its place, so that it only has to be renamed.
    const QTemporaryDir scratch(path + QStringLiteral("-XXXXXX"));
    if (!scratch.isValid())
        return Error{ErrorKind::Io, QStringLiteral("“%1” could not be made. %2.").arg(path, scratch.errorString())};
    const QString unfinished = scratch.filePath(QStringLiteral("case"));
    const QString bundle = scratch.filePath(QStringLiteral("Sample documents"));
    {
        const auto file = CaseFile::create(unfinished, namesIn(gold()[u"holders"].toArray()), options);
        if (!file)
            return file.error();
        if (const auto written = writeBundle(bundle); !written)
            return written;
        if (const auto imported = import(**file, bundle, readerProgram, stop); !imported)
            return imported;
        if (const auto decided = Reviewer(**file).decideAll(); !decided)
            return decided.error();
    }
    if (!QDir().rename(unfinished, path))
        return Error{ErrorKind::Io, QStringLiteral("“%1” could not be made.").arg(path)};
    return {};
}

} // namespace model::session
