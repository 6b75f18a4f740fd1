// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/findings/link_panel.h"

#include "ui/common/marks.h"
#include "ui/common/name_field.h"
#include "ui/common/name_matches.h"
#include "ui/common/words.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::findings {
namespace {

using model::Stance;

constexpr std::array stanceKeys = {Qt::Key_S, Qt::Key_D, Qt::Key_E, Qt::Key_P, Qt::Key_C};

QStringList checkedNames(const QListWidget &list)
{
    QStringList names;
    for (int row = 0; row < list.count(); ++row) {
        if (list.item(row)->checkState() == Qt::Checked)
            names += list.item(row)->text();
    }
    return names;
}

} // namespace

LinkPanel::LinkPanel(QWidget *parent)
    : QFrame(parent)
    , m_evidence(model::TagId::create())
{
    setObjectName(QStringLiteral("linkPanel"));
    setAccessibleName(tr("Link the evidence to findings"));
    setFrameShape(QFrame::StyledPanel);
    setFocusPolicy(Qt::StrongFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    auto *title = new QLabel(tr("This passage says about a partner's permission:"), this);
    title->setWordWrap(true);
    column->addWidget(title);
    m_quote = new QLabel(this);
    m_quote->setTextFormat(Qt::PlainText);
    m_quote->setWordWrap(true);
    m_quote->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(m_quote);

    // In two columns: five words have no room beside each other in a side panel.
    auto *stances = new QGridLayout;
    stances->setSpacing(2);
    for (size_t i = 0; i < m_stances.size(); ++i) {
        const Stance stance = model::allStances[i];
        auto *button = new QToolButton(this);
        button->setObjectName(QStringLiteral("stance_") + model::toWord(stance));
        button->setAccessibleName(wordFor(stance));
        button->setText(wordFor(stance));
        button->setToolTip(
            tr("%1: key %2 or %3").arg(wordFor(stance), QKeySequence(stanceKeys[i]).toString()).arg(i + 1));
        button->setIcon(iconFor(stance));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        connect(button, &QToolButton::clicked, this, [this, stance] { setStance(stance); });
        stances->addWidget(button, static_cast<int>(i) / 2, static_cast<int>(i) % 2);
        m_stances[i] = button;
    }
    column->addLayout(stances);

    const auto addSide = [&](const QString &label, const QString &name, const QString &add, QListWidget *&list,
                             NameField *&field) {
        column->addWidget(new QLabel(label, this));
        list = new QListWidget(this);
        list->setObjectName(name);
        list->setAccessibleName(label);
        list->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
        list->setMaximumHeight(110);
        list->installEventFilter(this);
        connect(list, &QListWidget::itemChanged, this, &LinkPanel::updateButton);
        column->addWidget(list);
        field = new NameField(name + QStringLiteral("Add"), add, this);
        field->setPlaceholder(add);
        connect(field, &NameField::accepted, this, [this, &list, &field](const QString &chosen) {
            addName(list, chosen, true);
            field->setText({});
            field->setListVisible(false);
            updateButton();
            focusNext();
        });
        connect(field, &NameField::cancelled, this, &LinkPanel::close);
        column->addWidget(field);
    };
    addSide(tr("Partners"), QStringLiteral("linkPartners"), tr("Another partner"), m_partners, m_partnerField);
    addSide(tr("Permissions"), QStringLiteral("linkPermissions"), tr("Another permission"), m_permissions,
            m_permissionField);

    m_link = new QPushButton(this);
    m_link->setObjectName(QStringLiteral("linkButton"));
    connect(m_link, &QPushButton::clicked, this, &LinkPanel::link);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_link, 1);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("linkCancel"));
    connect(cancel, &QPushButton::clicked, this, &LinkPanel::close);
    buttons->addWidget(cancel);
    column->addLayout(buttons);
    auto *hint = new QLabel(tr("Enter links, Esc leaves it."), this);
    hint->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(hint);
    updateButton();
    // As wide as with its longest text: nothing beside it is cut off as ticks are taken away.
    m_link->setMinimumWidth(m_link->sizeHint().width());
    hide();
}

void LinkPanel::open(const model::Tag &evidence, const model::session::DocumentTags &tags, const SubjectBook &book,
                     const Suggested &suggested)
{
    m_evidence = evidence.id;
    m_quote->setText(tr("“%1”").arg(shortened(evidence.passage.quote, 160)));
    m_partners->clear();
    m_permissions->clear();
    const model::session::LinkProposal proposal = model::session::proposeLink(tags, evidence);
    const bool isSuggested = !suggested.partners.isEmpty();
    for (const QString &name : suggested.partners)
        addName(m_partners, name, true);
    for (const QString &name : suggested.permissions)
        addName(m_permissions, name, false);
    const auto offer = [&](QListWidget *list, model::SubjectKind kind, const QStringList &tagged,
                           const QString &nearest) {
        // A finding of what is named inside is suggested already: the further one is another.
        for (const QString &name : tagged)
            addName(list, name, !isSuggested);
        if (tagged.isEmpty() && !isSuggested)
            addName(list, nameMeantBy(book.subjects(kind), evidence.passage.quote).value_or(QString()), true);
        // Near is not meant: it is for the reporter to say.
        addName(list, nearest, false);
    };
    offer(m_partners, model::SubjectKind::Partner, proposal.partners, proposal.nearestPartner);
    offer(m_permissions, model::SubjectKind::Permission, proposal.permissions, proposal.nearestPermission);
    // The others of these pages are one Space away.
    for (const model::Tag &tag : tags.tags) {
        if (!tag.subject || tag.passage.firstPage > evidence.passage.lastPage ||
            tag.passage.lastPage < evidence.passage.firstPage)
            continue;
        addName(tag.kind == model::TagKind::Partner ? m_partners : m_permissions, tags.names.value(*tag.subject),
                false);
    }
    m_partnerField->setSubjects(book.offered(model::SubjectKind::Partner, m_offeredPartners));
    m_permissionField->setSubjects(book.offered(model::SubjectKind::Permission, m_offeredPermissions));
    for (NameField *field : {m_partnerField, m_permissionField}) {
        field->setText({});
        field->setListVisible(false);
    }
    for (QListWidget *list : {m_partners, m_permissions})
        list->setVisible(list->count() > 0);
    setStance(Stance::Supports);
    updateButton();
    show();
    Q_EMIT opened();
    focusNext();
}

void LinkPanel::offerNames(const QStringList &partners, const QStringList &permissions)
{
    m_offeredPartners = partners;
    m_offeredPermissions = permissions;
}

void LinkPanel::focusNext()
{
    const model::session::LinkRequest now = request();
    if (now.partners.isEmpty())
        m_partnerField->setFocus();
    else if (now.permissions.isEmpty())
        m_permissionField->setFocus();
    else
        setFocus();
}

void LinkPanel::close()
{
    if (!isHidden())
        leave();
}

void LinkPanel::leave()
{
    // First, so that the focus is given away by whoever hears it: hidden with it, the panel hands it on to whatever
    // comes next.
    Q_EMIT closed();
    hide();
}

model::session::LinkRequest LinkPanel::request() const
{
    return {m_evidence, checkedNames(*m_partners), checkedNames(*m_permissions), m_stance};
}

void LinkPanel::setStance(Stance stance)
{
    m_stance = stance;
    for (size_t i = 0; i < m_stances.size(); ++i)
        m_stances[i]->setChecked(model::allStances[i] == stance);
}

void LinkPanel::addName(QListWidget *list, const QString &name, bool checked)
{
    if (name.isEmpty())
        return;
    for (int row = 0; row < list->count(); ++row) {
        if (model::nameKey(list->item(row)->text()) == model::nameKey(name)) {
            if (checked)
                list->item(row)->setCheckState(Qt::Checked);
            return;
        }
    }
    auto *item = new QListWidgetItem(name);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(checked ? Qt::Checked : Qt::Unchecked);
    list->addItem(item);
    list->show();
}

void LinkPanel::updateButton()
{
    const model::session::LinkRequest now = request();
    const qsizetype count = now.partners.size() * now.permissions.size();
    m_link->setEnabled(count > 0);
    m_link->setText(count == 0   ? tr("Choose a partner and a permission")
                    : count == 1 ? tr("Link to 1 finding")
                                 : tr("Link to %Ln findings", nullptr, static_cast<int>(count)));
    m_link->setAccessibleName(m_link->text());
}

void LinkPanel::link()
{
    const model::session::LinkRequest now = request();
    if (now.partners.isEmpty() || now.permissions.isEmpty())
        return;
    leave();
    Q_EMIT linkRequested(now);
}

bool LinkPanel::handleKey(QKeyEvent *event)
{
    if (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    for (size_t i = 0; i < m_stances.size(); ++i) {
        if (event->key() == stanceKeys[i] || event->key() == Qt::Key_1 + static_cast<int>(i)) {
            setStance(model::allStances[i]);
            return true;
        }
    }
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        link();
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    default:
        return false;
    }
}

void LinkPanel::keyPressEvent(QKeyEvent *event)
{
    if (!handleKey(event))
        QFrame::keyPressEvent(event);
}

bool LinkPanel::eventFilter(QObject *watched, QEvent *event)
{
    return event->type() == QEvent::KeyPress && handleKey(static_cast<QKeyEvent *>(event))
               ? true
               : QFrame::eventFilter(watched, event);
}

} // namespace ui::findings
