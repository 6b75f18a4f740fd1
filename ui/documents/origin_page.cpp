// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/origin_page.h"

#include "ui/common/words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace ui::documents {
namespace {

constexpr qsizetype longestValue = 2000; // characters; metadata may be a megabyte
constexpr qsizetype mostLines = 50;

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("OriginPage", text, nullptr, n);
}

QString shownTime(qint64 ms)
{
    return ms == 0
               ? QString()
               : QLocale().toString(QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC), QStringLiteral("d MMM yyyy HH:mm")) +
                     QStringLiteral(" UTC");
}

/// One fact below the other, its name above it: a drawer is narrow. Nothing where there is no value.
QString fact(const QString &name, const QString &value)
{
    if (value.trimmed().isEmpty())
        return {};
    QString shown = value.left(longestValue).toHtmlEscaped();
    if (value.size() > longestValue)
        shown += QStringLiteral(" … ") + tr("(%1 characters in all)").arg(QLocale().toString(value.size()));
    return QStringLiteral("<p><b>%1</b><br/>%2</p>").arg(name, shown.replace(u'\n', QStringLiteral("<br/>")));
}

QString facts(const QString &name, const QStringList &values)
{
    QStringList shown = values.mid(0, mostLines);
    if (values.size() > mostLines)
        shown += tr("and %n more", static_cast<int>(values.size() - mostLines));
    return fact(name, shown.join(u'\n'));
}

QString languageName(const QString &code)
{
    const QLocale locale(code);
    return locale.language() == QLocale::C ? code : QLocale::languageToString(locale.language());
}

/// Broken into eights, so that it can be compared by eye and fits.
QString hash(const QString &name, const model::Sha256 &sha)
{
    QString digits = sha.toHex();
    for (qsizetype at = digits.size() - 8; at > 0; at -= 8)
        digits.insert(at, u' ');
    return QStringLiteral("<p><b>%1</b><br/><code>%2</code></p>").arg(name, digits);
}

QString heading(const QString &text)
{
    return QStringLiteral("<h3>%1</h3>").arg(text);
}

QString forbidden(const model::DocumentFacts &own)
{
    QStringList acts;
    if (!own.mayPrint)
        acts += tr("printing");
    if (!own.mayCopy)
        acts += tr("copying");
    if (!own.mayChange)
        acts += tr("changing");
    if (!own.mayAnnotate)
        acts += tr("annotating");
    return acts.join(QStringLiteral(", "));
}

QString shownMail(const model::ThreadedMail &mail)
{
    const QString time = shownTime(mail.mail.facts.sentMs);
    return QString(2 * std::min(mail.depth, 8), QChar::Nbsp) +
           tr("No. %1: %2").arg(QString::number(mail.mail.number), mail.mail.facts.from) +
           (time.isEmpty() ? QString() : QStringLiteral(", ") + time);
}

QString mailFacts(const model::session::DocumentOrigin &origin)
{
    const model::MailFacts &mail = origin.facts.mail;
    QString answers;
    QStringList thread;
    for (const model::ThreadedMail &one : origin.thread) {
        thread += shownMail(one);
        if (one.mail.number == origin.document.number && one.repliesTo != 0)
            answers = tr("No. %1").arg(one.repliesTo);
    }
    if (answers.isEmpty() && !mail.inReplyTo.isEmpty())
        answers = tr("%1, which is not in the case").arg(mail.inReplyTo);
    return fact(tr("From"), mail.from) + fact(tr("To"), mail.to) + fact(tr("Copies to"), mail.cc) +
           fact(tr("Sent"), shownTime(mail.sentMs)) + fact(tr("Message ID"), mail.messageId) +
           fact(tr("In reply to"), answers) + (thread.size() > 1 ? facts(tr("The conversation"), thread) : QString()) +
           fact(tr("Signed"), mail.isSigned ? tr("yes; not checked") : QString());
}

} // namespace

QString originPage(const model::session::DocumentOrigin &origin)
{
    const model::Document &document = origin.document;
    const model::DocumentFacts &own = origin.facts;
    const QLocale locale;
    QString page = fact(tr("Title"), document.title) +
                   fact(tr("Number in the case"), QString::number(document.number)) +
                   fact(tr("State"), stateText(document));

    page += heading(tr("Where it comes from"));
    page += facts(tr("Found at"), document.origins);
    page += fact(tr("Bundle"), origin.bundle.label);
    page += fact(tr("Imported"), shownTime(origin.bundle.importedMs));
    page += fact(tr("Size"), tr("%1 bytes").arg(locale.toString(document.size)));
    page += hash(tr("SHA-256"), document.sha256);

    if (origin.conversion) {
        page +=
            fact(tr("Shown as"), tr("Converted by %1 to PDF; the original is kept").arg(origin.conversion->converter));
        page += hash(tr("SHA-256 of the PDF"), origin.conversion->sha256);
    }

    if (document.kind == model::FileKind::Mail)
        page += heading(tr("The mail")) + mailFacts(origin);

    QString said = fact(tr("Title"), own.title) + fact(tr("Author"), own.author) + fact(tr("Subject"), own.subject) +
                   fact(tr("Keywords"), own.keywords) + fact(tr("Written with"), own.creator) +
                   fact(tr("Made into a PDF with"), own.producer) + fact(tr("Created"), shownTime(own.createdMs)) +
                   fact(tr("Changed"), shownTime(own.modifiedMs)) + fact(tr("PDF version"), own.pdfVersion) +
                   fact(tr("Encoding"), own.encoding) + fact(tr("Encrypted"), own.encrypted ? tr("yes") : QString()) +
                   fact(tr("Does not allow"), forbidden(own)) + facts(tr("Files inside it"), own.embeddedFiles) +
                   fact(tr("XMP"), own.xmp);
    if (!said.isEmpty())
        page += heading(tr("What it says of itself")) +
                QStringLiteral("<p>%1</p>").arg(tr("All of this is a claim of whoever made the file.")) + said;

    QStringList languages;
    for (const auto &[language, pages] : origin.traits.languages)
        languages += pages == 1 ? tr("%1: 1 page").arg(languageName(language))
                                : tr("%1: %n pages", pages).arg(languageName(language));
    const QString &firstBates = origin.traits.firstBates;
    const QString &lastBates = origin.traits.lastBates;
    const QString found =
        fact(tr("Bates numbers"), firstBates == lastBates ? firstBates : tr("%1 to %2").arg(firstBates, lastBates)) +
        facts(tr("Language"), languages) + facts(tr("Days it names"), origin.traits.dates);
    if (!found.isEmpty())
        page += heading(tr("What is found in its text")) + found;

    QStringList hidden;
    for (const model::HiddenLine &line : origin.hidden)
        hidden +=
            tr("Page %1, %2: %3")
                .arg(QString::number(line.pageIndex + 1), hiddenText(line.passage.reason), line.text.simplified());
    if (!hidden.isEmpty())
        page += heading(tr("Hidden by whoever made this file")) + facts(tr("Words"), hidden);

    QStringList revisions;
    for (const qint64 end : own.revisions)
        revisions += tr("The first %1 bytes").arg(locale.toString(end));
    if (!revisions.isEmpty())
        page += heading(tr("Earlier states inside this file")) +
                facts(tr("The file was added to after it was first saved"), revisions);

    if (!document.complaints.isEmpty())
        page += heading(tr("What is wrong with it")) + facts(tr("While it was read"), document.complaints);
    return page;
}

} // namespace ui::documents
