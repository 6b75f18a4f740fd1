// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <optional>

/// What a permission is made of: an action on a kind of data. The words are the ones of
/// resources/annotator/GUIDELINE.md.
namespace model::annotate {

enum class Action { Read, Receive, Write, Delete, Use, Exempt, Integrate, Other };
inline constexpr int actionCount = 8;

enum class DataKind {
    Messages,
    Friends,
    Contacts,
    Profile,
    Posts,
    Location,
    Health,
    Identifiers,
    Browsing,
    Purchase,
    Financial,
    Biometric,
    Device,
    Groups,
    Calendar,
    Other
};
inline constexpr int dataKindCount = 16;

struct Permission {
    Action action = Action::Other;
    DataKind data = DataKind::Other;

    friend bool operator==(const Permission &, const Permission &) = default;
    friend auto operator<=>(const Permission &, const Permission &) = default;
};

QString toWord(Action action);
QString toWord(DataKind data);
std::optional<Action> actionFromWord(QStringView word);
std::optional<DataKind> dataKindFromWord(QStringView word);

/// As the matrix's column is called: "read · private messages".
QString permissionName(const Permission &permission);
/// The inverse for names written so; nothing for others.
std::optional<Permission> permissionFromName(const QString &name);

} // namespace model::annotate
