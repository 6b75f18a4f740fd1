// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/register_page.h"

#include "ui/common/key_words.h"
#include "ui/settings/group_box.h"
#include "ui/settings/same_names_list.h"
#include "ui/settings/subject_details.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTabBar>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace ui::settings {

using model::Subject;
using model::SubjectId;
using model::SubjectKind;
using model::session::CaseSession;

RegisterPage::RegisterPage(CaseSession &session, SubjectBook &book, QWidget *parent)
    : QWidget(parent)
    , m_book(book)
{
    setObjectName(QStringLiteral("registerPage"));
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeList(session));
    auto *scroll = new QScrollArea(splitter);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    QWidget *details = makeDetails(session);
    details->setMaximumWidth(960); // wider lines are hard to follow
    scroll->setWidget(details);
    scroll->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    scroll->setMinimumWidth(280);
    splitter->addWidget(scroll);
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({340, 700});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(splitter);
    connect(&m_book, &SubjectBook::changed, this, [this] {
        fillList();
        if (isVisible())
            m_sameNames->reload();
    });
    connect(&session, &CaseSession::changed, this, [this](const model::session::ChangeSet &changes) {
        if (!changes.documents.isEmpty() || changes.findings)
            m_details->reload();
    });
    fillList();
}

QWidget *RegisterPage::makeList(CaseSession &session)
{
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    m_kind = new QTabBar(side);
    m_kind->setObjectName(QStringLiteral("registerKind"));
    m_kind->setAccessibleName(tr("Partners or permissions"));
    m_kind->addTab(tr("Partners"));
    m_kind->addTab(tr("Permissions"));
    m_kind->setDrawBase(false);
    column->addWidget(m_kind);
    m_filter = new QLineEdit(side);
    m_filter->setObjectName(QStringLiteral("registerFilter"));
    m_filter->setAccessibleName(tr("Filter by name, alias or group"));
    m_filter->setPlaceholderText(tr("Filter by name, alias or group"));
    m_filter->setClearButtonEnabled(true);
    column->addWidget(m_filter);
    m_list = new QTreeWidget(side);
    m_list->setObjectName(QStringLiteral("registerList"));
    m_list->setAccessibleName(tr("Names"));
    m_list->setHeaderHidden(true);
    m_list->setColumnCount(2); // the name, and the group
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setMinimumHeight(48);
    column->addWidget(m_list, 2);
    m_group = new GroupBox(session, m_book, side);
    column->addWidget(m_group);
    m_sameNames = new SameNamesList(session, m_book, side);
    column->addWidget(m_sameNames, 1);
    auto *done = new QPushButton(tr("Done"), side);
    done->setObjectName(QStringLiteral("registerDone"));
    done->setShortcut(Qt::Key_Escape);
    column->addWidget(done);
    connect(done, &QPushButton::clicked, this, &RegisterPage::done);
    connect(m_kind, &QTabBar::currentChanged, this, [this] {
        m_current.reset();
        fillList();
        m_sameNames->setKind(kind());
    });
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &RegisterPage::showGroup);
    connect(m_filter, &QLineEdit::textChanged, this, &RegisterPage::fillList);
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem *item) {
        if (item) {
            m_current = SubjectId::fromString(item->data(0, Qt::UserRole).toString());
            showDetails();
        }
    });
    connect(m_sameNames, &SameNamesList::passageChosen, this, &RegisterPage::passageChosen);
    connect(m_sameNames, &SameNamesList::chosen, this, [this](const model::session::LikelySame &pair) {
        choose(pair.one);
        m_details->proposeMerge(pair.into);
    });
    return side;
}

QWidget *RegisterPage::makeDetails(CaseSession &session)
{
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    m_hint = new QLabel(side);
    m_hint->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(m_hint);
    m_details = new SubjectDetails(session, m_book, side);
    column->addWidget(m_details, 1);
    column->addStretch(0);
    connect(m_details, &SubjectDetails::passageChosen, this, &RegisterPage::passageChosen);
    connect(m_details, &SubjectDetails::findingChosen, this, &RegisterPage::findingChosen);
    return side;
}

void RegisterPage::showEvent(QShowEvent *event)
{
    m_sameNames->reload();
    QWidget::showEvent(event);
}

SubjectKind RegisterPage::kind() const
{
    return m_kind->currentIndex() == 0 ? SubjectKind::Partner : SubjectKind::Permission;
}

void RegisterPage::fillList()
{
    const QSignalBlocker quiet(m_list);
    const std::vector<SubjectId> chosen = selected();
    m_list->clear();
    const QString key = model::nameKey(m_filter->text().simplified());
    const auto &subjects = m_book.subjects(kind());
    QHash<SubjectId, QTreeWidgetItem *> items;
    const auto passes = [&key](const Subject &subject) {
        if (model::nameKey(subject.name).contains(key) || model::nameKey(subject.group).contains(key))
            return true;
        for (const QString &alias : subject.aliases) {
            if (model::nameKey(alias).contains(key))
                return true;
        }
        return false;
    };
    bool hasGroups = false;
    // Those that stand for themselves first, so that the merged ones find theirs.
    for (const bool merged : {false, true}) {
        for (const Subject &subject : subjects) {
            if (subject.mergedInto.has_value() != merged || !passes(subject))
                continue;
            QTreeWidgetItem *parent = merged ? items.value(*subject.mergedInto) : nullptr;
            auto *item = parent ? new QTreeWidgetItem(parent) : new QTreeWidgetItem(m_list);
            item->setText(0, subject.name);
            item->setToolTip(0, subject.name);
            if (!merged && !subject.group.isEmpty()) {
                item->setText(1, subject.group);
                item->setForeground(1, palette().brush(QPalette::PlaceholderText));
                hasGroups = true;
            }
            item->setData(0, Qt::UserRole, subject.id.toString());
            items.insert(subject.id, item);
        }
    }
    m_list->setColumnHidden(1, !hasGroups);
    m_list->expandAll();
    if (m_current && items.contains(*m_current)) {
        m_list->setCurrentItem(items.value(*m_current));
        for (const SubjectId &subject : chosen) {
            if (items.contains(subject))
                items.value(subject)->setSelected(true);
        }
    }
    showDetails();
    showGroup();
}

std::vector<SubjectId> RegisterPage::selected() const
{
    std::vector<SubjectId> chosen;
    for (const QTreeWidgetItem *item : m_list->selectedItems()) {
        if (const auto id = SubjectId::fromString(item->data(0, Qt::UserRole).toString()))
            chosen.push_back(*id);
    }
    return chosen;
}

void RegisterPage::showGroup()
{
    m_group->show(kind() == SubjectKind::Partner ? selected() : std::vector<SubjectId>());
}

void RegisterPage::choose(const SubjectId &id)
{
    const Subject *subject = m_book.find(id);
    if (!subject)
        return;
    m_kind->setCurrentIndex(subject->kind == SubjectKind::Partner ? 0 : 1);
    m_current = id;
    m_filter->clear();
    m_list->clearSelection();
    fillList();
    m_list->setFocus(Qt::OtherFocusReason);
}

void RegisterPage::showDetails()
{
    const Subject *subject = m_current ? m_book.find(*m_current) : nullptr;
    m_hint->setVisible(!subject);
    if (subject) {
        m_details->show(subject->id);
        return;
    }
    m_details->clear();
    m_hint->setText(m_book.subjects(kind()).empty()
                        ? kind() == SubjectKind::Partner
                              ? withKeys(*this, tr("Partners come here when you tag them: select a company's name on "
                                                   "a page and press {tagPartner}."))
                              : withKeys(*this, tr("Permissions come here when you tag them: select words like “read "
                                                   "private messages” on a page and press {tagPermission}."))
                        : tr("Choose a name to rename it, to add other names, or to merge it with one that means the "
                             "same."));
}

} // namespace ui::settings
