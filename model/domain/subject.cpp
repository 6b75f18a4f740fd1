// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/subject.h"

#include <QRegularExpression>
#include <QSet>

namespace model {
namespace {

const QString separator = QStringLiteral(" · ");

bool isKnownAction(const QString &word)
{
    static const QSet<QString> actions = {
        QStringLiteral("read"),    QStringLiteral("open"),    QStringLiteral("view"),      QStringLiteral("see"),
        QStringLiteral("search"),  QStringLiteral("receive"), QStringLiteral("get"),       QStringLiteral("obtain"),
        QStringLiteral("collect"), QStringLiteral("import"),  QStringLiteral("access"),    QStringLiteral("buy"),
        QStringLiteral("write"),   QStringLiteral("send"),    QStringLiteral("post"),      QStringLiteral("create"),
        QStringLiteral("modify"),  QStringLiteral("delete"),  QStringLiteral("remove"),    QStringLiteral("use"),
        QStringLiteral("target"),  QStringLiteral("match"),   QStringLiteral("combine"),   QStringLiteral("profile"),
        QStringLiteral("track"),   QStringLiteral("exempt"),  QStringLiteral("integrate"), QStringLiteral("share"),
        QStringLiteral("export"),  QStringLiteral("store"),   QStringLiteral("manage"),    QStringLiteral("list")};
    return actions.contains(word.toLower());
}

} // namespace

PermissionParts permissionParts(const QString &name)
{
    const QString tidy = name.simplified();
    const qsizetype dot = tidy.indexOf(u'·');
    if (dot >= 0)
        return {tidy.left(dot).trimmed(), tidy.mid(dot + 1).trimmed()};
    const qsizetype blank = tidy.indexOf(u' ');
    if (blank > 0 && isKnownAction(tidy.left(blank)))
        return {tidy.left(blank), tidy.mid(blank + 1)};
    return {QString(), tidy};
}

QString tidyName(SubjectKind kind, const QString &wanted)
{
    // A word that was divided at a line's end is whole in a name.
    static const QRegularExpression divided(QStringLiteral("(\\p{L})[-\u00ad\u2010]\\h*[\\n\\r]\\s*(?=\\p{Ll})"));
    const QString name = QString(wanted).replace(divided, QStringLiteral("\\1"));
    if (kind == SubjectKind::Partner)
        return name.simplified();
    const PermissionParts parts = permissionParts(name);
    if (parts.action.isEmpty())
        return parts.data;
    return parts.data.isEmpty() ? parts.action : parts.action + separator + parts.data;
}

QString nameKey(const QString &name)
{
    return name.normalized(QString::NormalizationForm_KC).toCaseFolded().simplified();
}

QString toWord(SubjectKind kind)
{
    return kind == SubjectKind::Partner ? QStringLiteral("partner") : QStringLiteral("permission");
}

std::optional<SubjectKind> subjectKindFromWord(const QString &word)
{
    if (word == u"partner")
        return SubjectKind::Partner;
    if (word == u"permission")
        return SubjectKind::Permission;
    return std::nullopt;
}

} // namespace model
