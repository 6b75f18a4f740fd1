// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/redaction_label.h"

#include <QRegularExpression>
#include <QSet>
#include <QString>

namespace model::reader {
namespace {

QSet<QString> wordsOf(const QString &text)
{
    const QStringList list = text.split(u' ');
    return {list.begin(), list.end()};
}

} // namespace

bool isRedactionLabel(QStringView text)
{
    static const QSet<QString> labels = wordsOf(QStringLiteral(
        "redact redacted redaction redactions privilege privileged confidential confidentiality sealed seal "
        "withheld exempt exemption exempted nonresponsive responsive foia pii attorney geschwärzt "
        "vertraulich expurgé confidentiel"));
    // What may stand beside them.
    static const QSet<QString> others = wordsOf(QStringLiteral(
        "under filed deleted omitted removed client work product non not out of scope for and subject to "
        "protective order personal information data privacy"));
    // Exemptions of acts on the freedom of information: "(b)(7)(C)", "b(6)", "(k)(2)".
    static const QRegularExpression exemption(
        QStringLiteral("^(?:[a-zA-Z]|\\([a-zA-Z]\\))\\([0-9]{1,2}\\)(?:\\([A-Za-z]\\))?$"));
    static const QRegularExpression between(QStringLiteral("[\\s,;:/\\[\\].–—-]+"));
    bool isLabel = false;
    for (const QString &part : text.toString().split(between, Qt::SkipEmptyParts)) {
        if (labels.contains(part.toLower()) || exemption.match(part).hasMatch())
            isLabel = true;
        else if (!others.contains(part.toLower()))
            return false;
    }
    return isLabel;
}

} // namespace model::reader
