// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/tag.h"

namespace model {

QString toWord(TagKind kind)
{
    switch (kind) {
    case TagKind::Partner:
        return QStringLiteral("partner");
    case TagKind::Permission:
        return QStringLiteral("permission");
    case TagKind::Evidence:
        break;
    }
    return QStringLiteral("evidence");
}

std::optional<TagKind> tagKindFromWord(const QString &word)
{
    for (const TagKind kind : {TagKind::Partner, TagKind::Permission, TagKind::Evidence}) {
        if (word == toWord(kind))
            return kind;
    }
    return std::nullopt;
}

std::optional<SubjectKind> subjectKindOf(TagKind kind)
{
    switch (kind) {
    case TagKind::Partner:
        return SubjectKind::Partner;
    case TagKind::Permission:
        return SubjectKind::Permission;
    case TagKind::Evidence:
        break;
    }
    return std::nullopt;
}

} // namespace model
