// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/console.h"
#include "app/commands/invocation.h"
#include "model/annotate/annotator.h"
#include "model/base/code_points.h"

#include <QFile>
#include <QJsonDocument>

#include <cmath>
#include <cstdio>

namespace app {
namespace {

using model::annotate::Annotator;
using model::annotate::Proposal;
using model::annotate::ProposedFinding;
using model::annotate::ProposedSpan;

const QString holderOption = QStringLiteral("holder");
const QString jsonLinesOption = QStringLiteral("jsonl");

void addOptions(QCommandLineParser &parser)
{
    parser.addOption({holderOption,
                      QStringLiteral("Who holds the data, and so is no partner; may be given several times."),
                      QStringLiteral("NAME")});
    parser.addOption({jsonLinesOption, QStringLiteral("Read and write a JSON object a line.")});
}

double rounded(float score)
{
    return std::round(double(score) * 1000) / 1000;
}

/// The words of the annotation data.
QString stanceWord(model::Stance stance)
{
    switch (stance) {
    case model::Stance::Supports:
        return QStringLiteral("asserts");
    case model::Stance::Context:
        return QStringLiteral("unclear");
    default:
        return model::toWord(stance);
    }
}

/// "2013-05..2015", "2013..", "..2015", or nothing.
QString periodWord(const model::Period &period)
{
    if (period.isEmpty())
        return {};
    return toText(period.from) + QStringLiteral("..") + toText(period.to);
}

QJsonObject spanJson(const ProposedSpan &span, const model::CodePoints &codePoints)
{
    QJsonObject object{{QStringLiteral("start"), codePoints.codePointOf(span.range.start)},
                       {QStringLiteral("end"), codePoints.codePointOf(span.range.end)},
                       {QStringLiteral("label"), model::toWord(span.kind).toUpper()},
                       {QStringLiteral("score"), rounded(span.score)}};
    if (span.kind == model::TagKind::Evidence)
        object[QStringLiteral("stance")] = stanceWord(span.stance);
    return object;
}

QJsonObject findingJson(const Proposal &proposal, const ProposedFinding &finding, const model::CodePoints &codePoints)
{
    const model::TextRange evidence = proposal.spans[static_cast<size_t>(finding.evidence)].range;
    return {{QStringLiteral("partner"), finding.partner},
            {QStringLiteral("action"), model::annotate::toWord(finding.permission.action)},
            {QStringLiteral("data"), model::annotate::toWord(finding.permission.data)},
            {QStringLiteral("stance"), stanceWord(finding.stance)},
            {QStringLiteral("start"), codePoints.codePointOf(evidence.start)},
            {QStringLiteral("end"), codePoints.codePointOf(evidence.end)},
            {QStringLiteral("score"), rounded(finding.score)},
            {QStringLiteral("period"), periodWord(finding.period)}};
}

/// The holders of a line, a text or several; nothing for anything else.
std::optional<QStringList> holdersFrom(const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull())
        return QStringList();
    if (value.isString())
        return QStringList(value.toString());
    if (!value.isArray())
        return std::nullopt;
    QStringList holders;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &holder : array) {
        if (!holder.isString())
            return std::nullopt;
        holders += holder.toString();
    }
    return holders;
}

/// What is written for a line; an Error says what is wrong with it.
model::Result<QJsonObject> annotatedLine(const Annotator &annotator, const QByteArray &line, const QStringList &holders)
{
    const auto wrong = [](const QString &sentence) { return model::Error{model::ErrorKind::Invalid, sentence}; };
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(line, &problem);
    if (problem.error != QJsonParseError::NoError)
        return wrong(QStringLiteral("%1 at byte %2").arg(problem.errorString()).arg(problem.offset));
    const QJsonObject object = document.object();
    const auto ownHolders = holdersFrom(object[QLatin1String("holder")]);
    if (!document.isObject() || !object[QLatin1String("text")].isString() || !ownHolders)
        return wrong(QStringLiteral("not an object with \"id\", \"text\" and maybe \"holder\""));
    const QString text = object[QLatin1String("text")].toString();
    const Proposal proposal = annotator.annotate(text, holders + *ownHolders);
    const model::CodePoints codePoints(text);
    QJsonArray spans;
    for (const ProposedSpan &span : proposal.spans)
        spans += spanJson(span, codePoints);
    QJsonArray findings;
    for (const ProposedFinding &finding : proposal.findings)
        findings += findingJson(proposal, finding, codePoints);
    return QJsonObject{{QStringLiteral("id"), object[QLatin1String("id")]},
                       {QStringLiteral("spans"), spans},
                       {QStringLiteral("findings"), findings}};
}

ExitStatus annotateLines(const Annotator &annotator, QFile &file, const QStringList &holders)
{
    ExitStatus status = ExitStatus::Done;
    for (qint64 number = 1; !file.atEnd(); ++number) {
        const QByteArray line = file.readLine();
        if (line.trimmed().isEmpty())
            continue;
        const auto annotated = annotatedLine(annotator, line.trimmed(), holders);
        if (annotated) {
            printJsonLine(*annotated);
            continue;
        }
        complain(QStringLiteral("line %1: %2").arg(number).arg(annotated.error().sentence));
        status = ExitStatus::Failed;
    }
    return status;
}

void annotateText(const Annotator &annotator, const QString &text, const QStringList &holders)
{
    const Proposal proposal = annotator.annotate(text, holders);
    const model::CodePoints codePoints(text);
    const auto quote = [&text](const model::TextRange &range) {
        return text.mid(range.start, range.length()).simplified();
    };
    const auto score = [](float value) { return QString::number(rounded(value), 'f', 2); };
    Table spans{{QStringLiteral("Passage"), QStringLiteral("Start"), QStringLiteral("End"), QStringLiteral("Name"),
                 QStringLiteral("Score"), QStringLiteral("Words")},
                {}};
    for (const ProposedSpan &span : proposal.spans)
        spans.rows.push_back({model::toWord(span.kind), QString::number(codePoints.codePointOf(span.range.start)),
                              QString::number(codePoints.codePointOf(span.range.end)), span.name, score(span.score),
                              quote(span.range)});
    printTable(spans, QStringLiteral("No passage is suggested."));
    if (proposal.findings.empty())
        return;
    Table findings{{QStringLiteral("Partner"), QStringLiteral("Permission"), QStringLiteral("Stance"),
                    QStringLiteral("Period"), QStringLiteral("Score"), QStringLiteral("Evidence")},
                   {}};
    for (const ProposedFinding &finding : proposal.findings)
        findings.rows.push_back({finding.partner, model::annotate::permissionName(finding.permission),
                                 model::toWord(finding.stance), periodWord(finding.period), score(finding.score),
                                 quote(proposal.spans[static_cast<size_t>(finding.evidence)].range)});
    printLine(QString());
    printTable(findings, QString());
}

model::Result<ExitStatus> run(const Invocation &invocation)
{
    QFile file(invocation.word(0));
    const bool isOpen =
        invocation.wordCount() == 0 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen)
        return model::Error{model::ErrorKind::Io,
                            QStringLiteral("“%1” cannot be read: %2.").arg(invocation.word(0), file.errorString())};
    const auto annotator = Annotator::shipped();
    const QStringList holders = invocation.values(holderOption);
    if (invocation.has(jsonLinesOption))
        return annotateLines(*annotator, file, holders);
    annotateText(*annotator, QString::fromUtf8(file.readAll()), holders);
    return ExitStatus::Done;
}

} // namespace

Command annotateCommand()
{
    return {QStringLiteral("annotate"),
            QStringLiteral("[--holder NAME]... [--jsonl] [FILE]"),
            QStringLiteral("Print what the annotation model finds in a text; needs no case."),
            QStringLiteral("Without FILE it reads standard input. With --jsonl each line is an object {\"id\", "
                           "\"text\"[, \"holder\"]}\n"
                           "and one line is written for it: {\"id\", \"spans\": [{\"start\", \"end\", \"label\", "
                           "\"stance\", \"score\"}],\n"
                           "\"findings\": [{\"partner\", \"action\", \"data\", \"stance\", \"start\", \"end\", "
                           "\"score\", \"period\"}]}. Offsets are\n"
                           "Unicode code points of the text, end not included; those of a finding are its evidence's. "
                           "A line that cannot\n"
                           "be understood is named, passed over, and the status is 1."),
            0,
            1,
            addOptions,
            run};
}

} // namespace app
