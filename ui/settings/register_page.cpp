// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/register_page.h"

#include "model/session/gestures.h"
#include "ui/common/name_field.h"
#include "ui/common/words.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTabBar>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::settings {

using model::Subject;
using model::SubjectId;
using model::SubjectKind;
using model::session::CaseFile;
using model::session::CaseSession;
namespace journal = model::journal;

namespace {

/// The field with, beside it, a button that does what Enter does in it.
QHBoxLayout *acceptedBy(QPushButton *button, NameField *field)
{
    QObject::connect(button, &QPushButton::clicked, field, &NameField::accept);
    auto *row = new QHBoxLayout;
    row->addWidget(field, 1);
    row->addWidget(button, 0, Qt::AlignTop);
    return row;
}

} // namespace

RegisterPage::RegisterPage(CaseSession &session, SubjectBook &book, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_book(book)
{
    setObjectName(QStringLiteral("registerPage"));
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeList());
    auto *scroll = new QScrollArea(splitter);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(makeDetails());
    scroll->setMinimumWidth(280);
    splitter->addWidget(scroll);
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({340, 700});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(splitter);
    connect(&m_book, &SubjectBook::changed, this, &RegisterPage::fillList);
    connect(&session, &CaseSession::changed, this, [this](const model::session::ChangeSet &changes) {
        if (current() && (!changes.documents.isEmpty() || changes.findings))
            loadTags();
    });
    connect(&session, &CaseSession::failed, this, &RegisterPage::showName);
    fillList();
}

QWidget *RegisterPage::makeList()
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
    m_filter->setAccessibleName(tr("Filter by name or alias"));
    m_filter->setPlaceholderText(tr("Filter by name or alias"));
    m_filter->setClearButtonEnabled(true);
    column->addWidget(m_filter);
    m_list = new QTreeWidget(side);
    m_list->setObjectName(QStringLiteral("registerList"));
    m_list->setAccessibleName(tr("Names"));
    m_list->setHeaderHidden(true);
    m_list->setColumnCount(1);
    m_list->setMinimumHeight(48);
    column->addWidget(m_list, 1);
    auto *done = new QPushButton(tr("Done"), side);
    done->setObjectName(QStringLiteral("registerDone"));
    done->setShortcut(Qt::Key_Escape);
    column->addWidget(done);
    connect(done, &QPushButton::clicked, this, &RegisterPage::done);
    connect(m_kind, &QTabBar::currentChanged, this, [this] {
        m_current.reset();
        fillList();
    });
    connect(m_filter, &QLineEdit::textChanged, this, &RegisterPage::fillList);
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem *item) {
        if (item) {
            m_current = SubjectId::fromString(item->data(0, Qt::UserRole).toString());
            showDetails();
        }
    });
    return side;
}

QWidget *RegisterPage::makeDetails()
{
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    m_hint = new QLabel(side);
    m_hint->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(m_hint);
    m_details = new QWidget(side);
    auto *form = new QFormLayout(m_details);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(12);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_name = new QLineEdit(m_details);
    m_name->setObjectName(QStringLiteral("subjectName"));
    m_name->setAccessibleName(tr("Name"));
    form->addRow(tr("&Name"), m_name);
    m_aliases = new QListWidget(m_details);
    m_aliases->setObjectName(QStringLiteral("aliases"));
    m_aliases->setAccessibleName(tr("Other names"));
    m_aliases->setMaximumHeight(90);
    form->addRow(tr("Also called"), m_aliases);
    auto *aliasRow = new QHBoxLayout;
    m_newAlias = new QLineEdit(m_details);
    m_newAlias->setObjectName(QStringLiteral("newAlias"));
    m_newAlias->setAccessibleName(tr("Another name, Enter adds it"));
    m_newAlias->setPlaceholderText(tr("Another name, Enter adds it"));
    m_removeAlias = new QPushButton(tr("Remove the chosen one"), m_details);
    m_removeAlias->setObjectName(QStringLiteral("removeAlias"));
    auto *addAlias = new QPushButton(tr("Add"), m_details);
    addAlias->setObjectName(QStringLiteral("addAlias"));
    aliasRow->addWidget(m_newAlias, 1);
    aliasRow->addWidget(addAlias);
    aliasRow->addWidget(m_removeAlias);
    form->addRow(QString(), aliasRow);
    m_mergedText = new QLabel(m_details);
    m_mergedText->setWordWrap(true);
    m_split = new QPushButton(tr("Split off again"), m_details);
    m_split->setObjectName(QStringLiteral("splitSubject"));
    m_split->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    form->addRow(QString(), m_mergedText);
    form->addRow(QString(), m_split);
    m_mergeInto = new NameField(QStringLiteral("mergeInto"), tr("The name it counts as"), m_details);
    m_mergeInto->setPlaceholder(tr("Is the same as … (Enter merges; it can be split off again)"));
    m_merge = new QPushButton(tr("Merge"), m_details);
    m_merge->setObjectName(QStringLiteral("mergeSubject"));
    form->addRow(tr("&Merge into"), acceptedBy(m_merge, m_mergeInto));
    m_tagList = new QListWidget(m_details);
    m_tagList->setObjectName(QStringLiteral("subjectTags"));
    m_tagList->setAccessibleName(tr("Passages tagged with this name"));
    m_tagList->setWordWrap(true);
    m_tagList->setMinimumHeight(80);
    form->addRow(tr("Passages"), m_tagList);
    m_moveTo = new NameField(QStringLiteral("moveTagsTo"), tr("The name for the ticked passages"), m_details);
    m_moveTo->setPlaceholder(tr("Ticked passages mean … instead (Enter moves them)"));
    auto *move = new QPushButton(tr("Move"), m_details);
    move->setObjectName(QStringLiteral("moveTags"));
    form->addRow(tr("Move &to"), acceptedBy(move, m_moveTo));
    m_remove = new QPushButton(m_details);
    m_remove->setObjectName(QStringLiteral("removeSubject"));
    m_remove->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_whyNot = new QLabel(m_details);
    m_whyNot->setObjectName(QStringLiteral("whyNotRemoved"));
    m_whyNot->setTextFormat(Qt::PlainText);
    m_whyNot->setWordWrap(true);
    m_whyNot->setForegroundRole(QPalette::PlaceholderText);
    form->addRow(QString(), m_remove);
    form->addRow(QString(), m_whyNot);
    column->addWidget(m_details, 1);
    column->addStretch(0);

    connect(m_remove, &QPushButton::clicked, this, &RegisterPage::remove);
    connect(m_name, &QLineEdit::editingFinished, this, [this] {
        const Subject *subject = current();
        const QString name = subject ? model::tidyName(subject->kind, m_name->text()) : QString();
        if (!subject || !m_name->isModified() || name.isEmpty() || name == subject->name)
            return;
        m_name->setModified(false);
        m_session.decide({{journal::RenameSubject{subject->id, name}}});
    });
    connect(addAlias, &QPushButton::clicked, m_newAlias, &QLineEdit::returnPressed);
    connect(m_newAlias, &QLineEdit::returnPressed, this, [this] {
        const Subject *subject = current();
        const QString alias = subject ? model::tidyName(subject->kind, m_newAlias->text()) : QString();
        if (alias.isEmpty())
            return;
        m_newAlias->clear();
        m_session.decide({{journal::AddAlias{subject->id, alias}}});
    });
    connect(m_removeAlias, &QPushButton::clicked, this, [this] {
        if (current() && m_aliases->currentItem())
            m_session.decide({{journal::RemoveAlias{current()->id, m_aliases->currentItem()->text()}}});
    });
    connect(m_split, &QPushButton::clicked, this, [this] {
        if (current())
            m_session.decide({{journal::SplitSubject{current()->id}}});
    });
    connect(m_mergeInto, &NameField::accepted, this, &RegisterPage::merge);
    connect(m_moveTo, &NameField::accepted, this, &RegisterPage::moveTags);
    connect(m_tagList, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        Q_EMIT passageChosen(m_tags[static_cast<size_t>(m_tagList->row(item))].passage);
    });
    return side;
}

SubjectKind RegisterPage::kind() const
{
    return m_kind->currentIndex() == 0 ? SubjectKind::Partner : SubjectKind::Permission;
}

const Subject *RegisterPage::current() const
{
    return m_current ? m_book.find(*m_current) : nullptr;
}

void RegisterPage::choose(const SubjectId &id)
{
    const Subject *subject = m_book.find(id);
    if (!subject)
        return;
    m_kind->setCurrentIndex(subject->kind == SubjectKind::Partner ? 0 : 1);
    m_current = id;
    m_filter->clear();
    fillList();
    m_list->setFocus(Qt::OtherFocusReason);
}

void RegisterPage::fillList()
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    const QString key = model::nameKey(m_filter->text().simplified());
    const auto &subjects = m_book.subjects(kind());
    QHash<SubjectId, QTreeWidgetItem *> items;
    const auto passes = [&key](const Subject &subject) {
        if (model::nameKey(subject.name).contains(key))
            return true;
        for (const QString &alias : subject.aliases) {
            if (model::nameKey(alias).contains(key))
                return true;
        }
        return false;
    };
    // Those that stand for themselves first, so that the merged ones find theirs.
    for (const bool merged : {false, true}) {
        for (const Subject &subject : subjects) {
            if (subject.mergedInto.has_value() != merged || !passes(subject))
                continue;
            QTreeWidgetItem *parent = merged ? items.value(*subject.mergedInto) : nullptr;
            auto *item = parent ? new QTreeWidgetItem(parent) : new QTreeWidgetItem(m_list);
            item->setText(0, subject.name);
            item->setToolTip(0, subject.name);
            item->setData(0, Qt::UserRole, subject.id.toString());
            items.insert(subject.id, item);
        }
    }
    m_list->expandAll();
    if (m_current && items.contains(*m_current))
        m_list->setCurrentItem(items.value(*m_current));
    showDetails();
}

void RegisterPage::showDetails()
{
    const Subject *subject = current();
    m_details->setVisible(subject);
    m_hint->setVisible(!subject);
    if (!subject) {
        m_hint->setText(
            m_book.subjects(kind()).empty()
                ? tr("Names come here when you tag them in a document.")
                : tr("Choose a name to rename it, to add other names, or to merge it with one that means the "
                     "same."));
        return;
    }
    showName();
    m_aliases->clear();
    m_aliases->addItems(subject->aliases);
    m_removeAlias->setEnabled(!subject->aliases.isEmpty());
    const Subject *into = subject->mergedInto ? m_book.find(*subject->mergedInto) : nullptr;
    m_mergedText->setText(into ? tr("Counts as %1.").arg(into->name) : QString());
    m_mergedText->setVisible(into);
    m_split->setVisible(into);
    m_mergeInto->setVisible(!into);
    m_merge->setVisible(!into);
    std::vector<Subject> others;
    for (const Subject &other : m_book.subjects(subject->kind)) {
        if (other.id != subject->id && !other.mergedInto)
            others.push_back(other);
    }
    for (NameField *field : {m_mergeInto, m_moveTo}) {
        field->setSubjects(others);
        field->setText({});
        field->setListVisible(false);
    }
    m_remove->setText(subject->kind == SubjectKind::Partner ? tr("Remove this partner") : tr("Remove this permission"));
    m_remove->setAccessibleName(m_remove->text());
    loadTags();
}

void RegisterPage::showName()
{
    if (current() && (!m_name->hasFocus() || !m_name->isModified()))
        m_name->setText(current()->name);
}

void RegisterPage::askRemovable()
{
    m_remove->setEnabled(false);
    m_removableInquiry.ask<journal::Decision>(
        m_session,
        [subject = *m_current](const CaseFile &file) { return model::session::removeSubject(file, subject); },
        [this](const model::Result<journal::Decision> &answer) {
            m_remove->setEnabled(answer.has_value() && !m_session.isReadOnly());
            m_whyNot->setText(answer ? QString() : answer.error().sentence);
        });
}

void RegisterPage::remove()
{
    if (const Subject *subject = current())
        m_session.decide([id = subject->id](const CaseFile &file) { return model::session::removeSubject(file, id); });
}

void RegisterPage::loadTags()
{
    askRemovable();
    struct Tags {
        std::vector<model::Tag> tags;
        QHash<model::Sha256, QString> titles; // of the documents they are in
    };
    m_tagInquiry.ask<Tags>(
        m_session,
        [subject = *m_current](const CaseFile &file) -> model::Result<Tags> {
            auto found = file.tagsNaming(subject);
            if (!found)
                return found.error();
            Tags tags{*std::move(found), {}};
            for (const model::Tag &tag : tags.tags) {
                if (tags.titles.contains(tag.passage.document))
                    continue;
                const auto document = file.document(tag.passage.document);
                if (!document)
                    return document.error();
                tags.titles.insert(tag.passage.document, document->title);
            }
            return tags;
        },
        [this](model::Result<Tags> answer) {
            const std::vector<model::TagId> ticked = tickedTags();
            m_tagList->clear();
            const Tags found = answer ? *std::move(answer) : Tags();
            m_tags = found.tags;
            for (const model::Tag &tag : m_tags) {
                auto *item = new QListWidgetItem(
                    tr("“%1”, %2, page %3", "words, document, page")
                        .arg(shortened(tag.passage.quote, 100), found.titles.value(tag.passage.document))
                        .arg(tag.passage.firstPage + 1),
                    m_tagList);
                item->setToolTip(
                    tr("…%1%2%3…").arg(tag.passage.prefix, tag.passage.quote, tag.passage.suffix).simplified());
                item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
                const bool isTicked = std::find(ticked.begin(), ticked.end(), tag.id) != ticked.end();
                item->setCheckState(isTicked ? Qt::Checked : Qt::Unchecked);
            }
        });
}

std::vector<model::TagId> RegisterPage::tickedTags() const
{
    std::vector<model::TagId> ticked;
    for (int row = 0; row < m_tagList->count(); ++row) {
        if (m_tagList->item(row)->checkState() == Qt::Checked)
            ticked.push_back(m_tags[static_cast<size_t>(row)].id);
    }
    return ticked;
}

void RegisterPage::merge(const QString &into)
{
    const Subject *subject = current();
    if (!subject)
        return;
    m_session.decide(
        [id = subject->id, kind = subject->kind, into](const CaseFile &file) -> model::Result<journal::Decision> {
            const auto target = file.findSubject(kind, into);
            if (!target)
                return target.error();
            return journal::Decision{{journal::MergeSubject{id, target->id}}};
        });
}

void RegisterPage::moveTags(const QString &to)
{
    const Subject *subject = current();
    if (!subject)
        return;
    model::session::MoveRequest request{subject->id, to, {}, {}, {}};
    request.tags = tickedTags();
    if (!request.tags.empty())
        m_session.decide([request](const CaseFile &file) { return model::session::moveToSubject(file, request); });
}

} // namespace ui::settings
