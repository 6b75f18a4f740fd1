// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/preferences.h"

#include "model/session/reviewer.h"

namespace ui {
namespace {

constexpr int recentCaseCount = 8;

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

} // namespace

QString Preferences::reviewer() const
{
    return model::session::reviewerOr(m_settings.value(model::session::reviewerKey).toString());
}

void Preferences::setReviewer(const QString &name)
{
    m_settings.setValue(model::session::reviewerKey, name.simplified());
}

bool Preferences::keepsRecentCases() const
{
    return m_settings.value(key("recent/keep"), true).toBool();
}

void Preferences::setKeepsRecentCases(bool keeps)
{
    m_settings.setValue(key("recent/keep"), keeps);
    if (!keeps)
        forgetRecentCases();
}

QStringList Preferences::recentCases() const
{
    return keepsRecentCases() ? m_settings.value(key("recent/cases")).toStringList() : QStringList();
}

void Preferences::addRecentCase(const QString &folder)
{
    if (!keepsRecentCases())
        return;
    QStringList cases = recentCases();
    cases.removeAll(folder);
    cases.prepend(folder);
    m_settings.setValue(key("recent/cases"), QStringList(cases.mid(0, recentCaseCount)));
}

void Preferences::forgetRecentCases()
{
    m_settings.remove(key("recent/cases"));
}

Appearance Preferences::appearance() const
{
    const QString word = m_settings.value(key("appearance")).toString();
    return word == key("dark") ? Appearance::Dark : word == key("light") ? Appearance::Light : Appearance::System;
}

void Preferences::setAppearance(Appearance appearance)
{
    m_settings.setValue(key("appearance"), appearance == Appearance::Dark    ? key("dark")
                                           : appearance == Appearance::Light ? key("light")
                                                                             : key("system"));
}

std::optional<QString> Preferences::chosenKeys(const QString &command) const
{
    const QVariant keys = m_settings.value(key("keys/") + command);
    return keys.isValid() ? std::optional(keys.toString()) : std::nullopt;
}

void Preferences::setChosenKeys(const QString &command, const std::optional<QString> &keys)
{
    if (keys)
        m_settings.setValue(key("keys/") + command, *keys);
    else
        m_settings.remove(key("keys/") + command);
}

QByteArray Preferences::windowPlace() const
{
    return m_settings.value(key("window/place")).toByteArray();
}

void Preferences::setWindowPlace(const QByteArray &place)
{
    m_settings.setValue(key("window/place"), place);
}

QByteArray Preferences::splitterPlace() const
{
    return m_settings.value(key("window/splitter")).toByteArray();
}

void Preferences::setSplitterPlace(const QByteArray &place)
{
    m_settings.setValue(key("window/splitter"), place);
}

} // namespace ui
