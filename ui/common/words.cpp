// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/words.h"

#include <QCoreApplication>

namespace ui {
namespace {

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("Words", text, nullptr, n);
}

} // namespace

QString wordFor(model::TagKind kind)
{
    switch (kind) {
    case model::TagKind::Partner:
        return tr("partner");
    case model::TagKind::Permission:
        return tr("permission");
    case model::TagKind::Evidence:
        return tr("evidence");
    }
    return {};
}

QString wordFor(model::SubjectKind kind)
{
    return wordFor(kind == model::SubjectKind::Partner ? model::TagKind::Partner : model::TagKind::Permission);
}

QString wordFor(model::Stance stance)
{
    switch (stance) {
    case model::Stance::Supports:
        return tr("supports");
    case model::Stance::Denies:
        return tr("denies");
    case model::Stance::Ended:
        return tr("ended");
    case model::Stance::Planned:
        return tr("planned");
    case model::Stance::Context:
        return tr("context");
    }
    return {};
}

QString wordFor(model::Verdict verdict)
{
    switch (verdict) {
    case model::Verdict::Open:
        return tr("open");
    case model::Verdict::Alleged:
        return tr("alleged");
    case model::Verdict::Confirmed:
        return tr("confirmed");
    case model::Verdict::Disputed:
        return tr("disputed");
    case model::Verdict::Dismissed:
        return tr("dismissed");
    }
    return {};
}

QString refusalText(model::RefusalReason reason)
{
    switch (reason) {
    case model::RefusalReason::None:
        return {};
    case model::RefusalReason::Damaged:
        return tr("damaged");
    case model::RefusalReason::Encrypted:
        return tr("needs a password");
    case model::RefusalReason::NotSupported:
        return tr("not a kind of file that can be read");
    case model::RefusalReason::TooLarge:
        return tr("too large");
    case model::RefusalReason::TimedOut:
        return tr("took too long");
    case model::RefusalReason::ReaderCrashed:
        return tr("reading it failed");
    case model::RefusalReason::Unsafe:
        return tr("unsafe");
    case model::RefusalReason::Empty:
        return tr("empty");
    case model::RefusalReason::NeedsLibreOffice:
        return tr("waiting for LibreOffice");
    }
    return {};
}

QString stateText(const model::Document &document)
{
    switch (document.state) {
    case model::DocumentState::Waiting:
        return document.reason == model::RefusalReason::None ? tr("waiting to be read") : refusalText(document.reason);
    case model::DocumentState::Refused:
        return refusalText(document.reason);
    case model::DocumentState::Read:
        break;
    }
    if (document.pagesReadByReporter == 0)
        return document.pageCount == 1 ? tr("1 page") : tr("%Ln pages", document.pageCount);
    if (document.pagesReadByReporter >= document.pageCount)
        return tr("all %1 seen").arg(document.pageCount);
    return tr("%1 of %2 seen").arg(document.pagesReadByReporter).arg(document.pageCount);
}

QString hiddenText(model::HiddenReason reason)
{
    switch (reason) {
    case model::HiddenReason::UnderBox:
        return tr("under a box");
    case model::HiddenReason::UnderPicture:
        return tr("under a picture");
    case model::HiddenReason::BackgroundColour:
        return tr("in the colour of the background");
    case model::HiddenReason::Invisible:
        return tr("invisible");
    case model::HiddenReason::Tiny:
        return tr("tiny");
    case model::HiddenReason::OutsidePage:
        return tr("outside the page");
    case model::HiddenReason::CutOff:
        return tr("cut off");
    case model::HiddenReason::MarkedForRedaction:
        break;
    }
    return tr("marked for a redaction that was never made");
}

QString shortened(const QString &text, qsizetype length)
{
    const QString folded = text.simplified();
    return folded.size() <= length ? folded : folded.left(length - 1).trimmed() + QChar(0x2026);
}

QString pageText(int pageIndex, const QString &label)
{
    const QString number = QString::number(pageIndex + 1);
    return label.isEmpty() || label == number ? tr("p. %1").arg(number) : tr("p. %1 (%2)").arg(label, number);
}

QStringList namesIn(const QString &text, QChar separator)
{
    QStringList names;
    for (const QString &part : text.split(separator)) {
        const QString name = part.simplified();
        if (!name.isEmpty() && !names.contains(name))
            names += name;
    }
    return names;
}

} // namespace ui
