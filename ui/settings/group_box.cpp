// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/group_box.h"

#include "model/session/gestures.h"
#include "ui/common/name_field.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSet>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::settings {

using model::Subject;
using model::SubjectId;
using model::SubjectKind;

GroupBox::GroupBox(model::session::CaseSession &session, SubjectBook &book, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_book(book)
{
    setObjectName(QStringLiteral("groupBox"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_label = new QLabel(this);
    m_label->setObjectName(QStringLiteral("groupLabel"));
    m_label->setWordWrap(true);
    column->addWidget(m_label);
    m_group = new NameField(QStringLiteral("partnerGroup"), tr("The group of the chosen partners"), this);
    m_group->setPlaceholder(tr("Banks, media, … (Enter puts them in)"));
    m_label->setBuddy(m_group->lineEdit());
    column->addWidget(m_group);
    auto *row = new QHBoxLayout;
    m_putIn = new QPushButton(tr("Put in"), this);
    m_putIn->setObjectName(QStringLiteral("putInGroup"));
    m_putIn->setAccessibleName(tr("Put the chosen partners into this group"));
    m_takeOut = new QPushButton(tr("Take out"), this);
    m_takeOut->setObjectName(QStringLiteral("takeOutOfGroup"));
    m_takeOut->setAccessibleName(tr("Take the chosen partners out of their groups"));
    row->addWidget(m_putIn);
    row->addWidget(m_takeOut);
    row->addStretch(1);
    column->addLayout(row);
    connect(m_group, &NameField::accepted, this, &GroupBox::decide);
    connect(m_putIn, &QPushButton::clicked, m_group, &NameField::accept);
    connect(m_takeOut, &QPushButton::clicked, this, [this] { decide({}); });
    hide();
}

QString GroupBox::groupOf(const SubjectId &partner) const
{
    const Subject *subject = m_book.find(partner);
    while (subject && subject->mergedInto)
        subject = m_book.find(*subject->mergedInto);
    return subject ? subject->group : QString();
}

std::vector<Subject> GroupBox::groups() const
{
    std::vector<Subject> all;
    QSet<QString> seen;
    for (const Subject &partner : m_book.subjects(SubjectKind::Partner)) {
        const QString key = model::nameKey(partner.group);
        if (partner.mergedInto || key.isEmpty() || seen.contains(key))
            continue;
        seen.insert(key);
        all.push_back({SubjectId::create(), SubjectKind::Partner, partner.group, {}, std::nullopt});
    }
    return all;
}

void GroupBox::show(const std::vector<SubjectId> &partners)
{
    setVisible(!partners.empty());
    if (partners.empty()) {
        m_partners.clear();
        return;
    }
    QString common = groupOf(partners.front());
    bool isAnyInOne = false;
    for (const SubjectId &partner : partners) {
        const QString group = groupOf(partner);
        isAnyInOne = isAnyInOne || !group.isEmpty();
        if (model::nameKey(group) != model::nameKey(common))
            common.clear();
    }
    const auto count = static_cast<int>(partners.size());
    m_label->setText(count == 1 ? tr("&Group of this partner")
                                : tr("&Group of the %n chosen partners", nullptr, count));
    m_takeOut->setEnabled(isAnyInOne);
    m_group->setSubjects(groups());
    if (partners == m_partners && common == m_shown)
        return;
    m_partners = partners;
    m_shown = common;
    m_group->setText(common);
    m_group->setListVisible(false);
}

void GroupBox::decide(const QString &group)
{
    m_group->setListVisible(false);
    m_session.decide([partners = m_partners, group](const model::session::CaseFile &file) {
        return model::session::setGroup(file, partners, group);
    });
}

} // namespace ui::settings
