// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/subject_details.h"

#include "model/session/gestures.h"
#include "ui/common/name_field.h"
#include "ui/common/words.h"
#include "ui/findings/note_editor.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

#include <algorithm>

namespace ui::settings {

using model::Subject;
using model::SubjectId;
using model::SubjectKind;
using model::session::CaseFile;
using model::session::CaseSession;
using model::session::MergePreview;
namespace journal = model::journal;

namespace {

/// A row with the field and, beside it, a button that does what Enter does in it. Returns its label.
QLabel *addNameRow(QFormLayout &form, const QString &text, NameField *field, QPushButton *button)
{
    QObject::connect(button, &QPushButton::clicked, field, &NameField::accept);
    auto *label = new QLabel(text, field->parentWidget());
    label->setBuddy(field->lineEdit());
    auto *row = new QHBoxLayout;
    row->addWidget(field, 1);
    row->addWidget(button, 0, Qt::AlignTop);
    form.addRow(label, row);
    return label;
}

QPushButton *narrowButton(const QString &text, const char *name, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(QString::fromLatin1(name));
    button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    return button;
}

/// What rests on a subject.
struct Uses {
    struct Finding {
        model::FindingKey key;
        QString other; ///< name of the other half
        model::Verdict verdict = model::Verdict::Open;
        int passages = 0;
    };
    std::vector<model::Tag> tags;
    QHash<model::Sha256, QString> titles; ///< of the documents the tags are in
    std::vector<Finding> findings;
    std::optional<model::Note> note;
};

model::Result<Uses> usesOf(const CaseFile &file, const SubjectId &subject)
{
    auto tags = file.tagsNaming(subject);
    if (!tags)
        return tags.error();
    Uses uses{*std::move(tags), {}, {}, {}};
    for (const model::Tag &tag : uses.tags) {
        if (uses.titles.contains(tag.passage.document))
            continue;
        const auto document = file.document(tag.passage.document);
        if (!document)
            return document.error();
        uses.titles.insert(tag.passage.document, document->title);
    }
    const auto root = file.rootOf(subject);
    const auto matrix = file.matrix();
    if (!root || !matrix)
        return root ? matrix.error() : root.error();
    for (const model::MatrixCell &cell : matrix->cells) {
        const Subject &partner = matrix->partners[static_cast<size_t>(cell.partner)];
        const Subject &permission = matrix->permissions[static_cast<size_t>(cell.permission)];
        if (partner.id == *root || permission.id == *root)
            uses.findings.push_back({{partner.id, permission.id},
                                     partner.id == *root ? permission.name : partner.name,
                                     cell.conclusion.verdict,
                                     cell.passageCount()});
    }
    const auto notes = file.notesOn(subject);
    if (!notes)
        return notes.error();
    if (!notes->empty())
        uses.note = notes->front();
    return uses;
}

} // namespace

namespace {

/// "confirmed", or "confirmed, 2013-05–2015".
QString conclusionText(const model::Conclusion &conclusion)
{
    const QString verdict = wordFor(conclusion.verdict);
    return conclusion.period.isEmpty() ? verdict : verdict + QStringLiteral(", ") + conclusion.period.toString();
}

} // namespace

QString previewText(const MergePreview &preview)
{
    QStringList sentences{preview.together() == 1
                              ? SubjectDetails::tr("Together they have one finding.")
                              : SubjectDetails::tr("Together they have %n findings.", nullptr, preview.together())};
    if (preview.both > 0)
        sentences << (preview.both == 1 ? SubjectDetails::tr("Both have one of them already.")
                                        : SubjectDetails::tr("Both have %n of them already.", nullptr, preview.both));
    for (const MergePreview::Change &change : preview.changes)
        sentences << SubjectDetails::tr("“%1”: %2 and %3 become %4.", "finding, conclusion, conclusion, conclusion")
                         .arg(change.other, conclusionText(change.of), conclusionText(change.into),
                              conclusionText(change.after));
    return sentences.join(u'\n');
}

SubjectDetails::SubjectDetails(CaseSession &session, SubjectBook &book, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_book(book)
{
    setObjectName(QStringLiteral("subjectDetails"));
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(12);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    makeNames(*form);
    makeMerging(*form);
    makeUses(*form);
    makeRemoval(*form);
    connect(&session, &CaseSession::failed, this, [this] {
        showName();
        m_note->takeBack();
    });
}

void SubjectDetails::makeNames(QFormLayout &form)
{
    m_name = new QLineEdit(this);
    m_name->setObjectName(QStringLiteral("subjectName"));
    m_name->setAccessibleName(tr("Name"));
    form.addRow(tr("&Name"), m_name);
    m_aliases = new QListWidget(this);
    m_aliases->setObjectName(QStringLiteral("aliases"));
    m_aliases->setAccessibleName(tr("Other names"));
    m_aliases->setMaximumHeight(90);
    form.addRow(tr("Also called"), m_aliases);
    m_newAlias = new QLineEdit(this);
    m_newAlias->setObjectName(QStringLiteral("newAlias"));
    m_newAlias->setAccessibleName(tr("Another name, Enter adds it"));
    m_newAlias->setPlaceholderText(tr("Another name, Enter adds it"));
    auto *add = new QPushButton(tr("Add"), this);
    add->setObjectName(QStringLiteral("addAlias"));
    m_removeAlias = new QPushButton(tr("Remove the chosen one"), this);
    m_removeAlias->setObjectName(QStringLiteral("removeAlias"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_newAlias, 1);
    row->addWidget(add);
    row->addWidget(m_removeAlias);
    form.addRow(QString(), row);
    connect(m_name, &QLineEdit::editingFinished, this, &SubjectDetails::rename);
    connect(add, &QPushButton::clicked, this, &SubjectDetails::addAlias);
    connect(m_newAlias, &QLineEdit::returnPressed, this, &SubjectDetails::addAlias);
    connect(m_removeAlias, &QPushButton::clicked, this, [this] {
        if (current() && m_aliases->currentItem())
            m_session.decide({{journal::RemoveAlias{current()->id, m_aliases->currentItem()->text()}}});
    });
}

void SubjectDetails::makeMerging(QFormLayout &form)
{
    m_mergedText = new QLabel(this);
    m_mergedText->setWordWrap(true);
    m_split = narrowButton(tr("Split off again"), "splitSubject", this);
    form.addRow(QString(), m_mergedText);
    form.addRow(QString(), m_split);
    m_mergeInto = new NameField(QStringLiteral("mergeInto"), tr("The name it counts as"), this);
    m_mergeInto->setPlaceholder(tr("Is the same as … (Enter merges; it can be split off again)"));
    m_merge = new QPushButton(tr("Merge"), this);
    m_merge->setObjectName(QStringLiteral("mergeSubject"));
    m_mergeLabel = addNameRow(form, tr("&Merge into"), m_mergeInto, m_merge);
    m_preview = new QLabel(this);
    m_preview->setObjectName(QStringLiteral("mergePreview"));
    m_preview->setTextFormat(Qt::PlainText);
    m_preview->setWordWrap(true);
    m_preview->hide();
    form.addRow(QString(), m_preview);
    connect(m_split, &QPushButton::clicked, this, [this] {
        if (current())
            m_session.decide({{journal::SplitSubject{current()->id}}});
    });
    connect(m_mergeInto, &NameField::accepted, this, &SubjectDetails::merge);
    connect(m_mergeInto->lineEdit(), &QLineEdit::textChanged, this, &SubjectDetails::askPreview);
}

void SubjectDetails::makeUses(QFormLayout &form)
{
    m_findingList = new QListWidget(this);
    m_findingList->setObjectName(QStringLiteral("subjectFindings"));
    m_findingList->setAccessibleName(tr("Findings"));
    m_findingList->setMinimumHeight(80);
    form.addRow(tr("Findings"), m_findingList);
    m_tagList = new QListWidget(this);
    m_tagList->setObjectName(QStringLiteral("subjectTags"));
    m_tagList->setAccessibleName(tr("Passages tagged with this name"));
    m_tagList->setWordWrap(true);
    m_tagList->setMinimumHeight(80);
    form.addRow(tr("Passages"), m_tagList);
    m_moveTo = new NameField(QStringLiteral("moveTagsTo"), tr("The name for the ticked passages"), this);
    m_moveTo->setPlaceholder(tr("Ticked passages mean … instead (Enter moves them)"));
    auto *move = new QPushButton(tr("Move"), this);
    move->setObjectName(QStringLiteral("moveTags"));
    addNameRow(form, tr("Move &to"), m_moveTo, move);
    m_note = new findings::NoteEditor(QStringLiteral("subjectNote"), this);
    form.addRow(QString(), m_note);
    connect(m_moveTo, &NameField::accepted, this, &SubjectDetails::moveTags);
    connect(m_tagList, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        Q_EMIT passageChosen(m_tags[static_cast<size_t>(m_tagList->row(item))].passage);
    });
    connect(m_findingList, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        Q_EMIT findingChosen(m_findings[static_cast<size_t>(m_findingList->row(item))]);
    });
    connect(m_note, &findings::NoteEditor::noteDecided, this,
            [this](const journal::Decision &decision) { m_session.decide(decision); });
}

void SubjectDetails::makeRemoval(QFormLayout &form)
{
    m_remove = narrowButton({}, "removeSubject", this);
    m_whyNot = new QLabel(this);
    m_whyNot->setObjectName(QStringLiteral("whyNotRemoved"));
    m_whyNot->setTextFormat(Qt::PlainText);
    m_whyNot->setWordWrap(true);
    m_whyNot->setForegroundRole(QPalette::PlaceholderText);
    form.addRow(QString(), m_remove);
    form.addRow(QString(), m_whyNot);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        if (m_current)
            m_session.decide(
                [id = *m_current](const CaseFile &file) { return model::session::removeSubject(file, id); });
    });
}

const Subject *SubjectDetails::current() const
{
    return m_current ? m_book.find(*m_current) : nullptr;
}

void SubjectDetails::show(const SubjectId &id)
{
    const bool isAnother = m_current != id;
    m_current = id;
    const Subject *subject = current();
    if (!subject) {
        clear();
        return;
    }
    setVisible(true);
    showName();
    m_aliases->clear();
    m_aliases->addItems(subject->aliases);
    m_removeAlias->setEnabled(!subject->aliases.isEmpty());
    const Subject *into = subject->mergedInto ? m_book.find(*subject->mergedInto) : nullptr;
    m_mergedText->setText(into ? tr("Counts as %1.").arg(into->name) : QString());
    m_mergedText->setVisible(into);
    m_split->setVisible(into);
    m_mergeLabel->setVisible(!into);
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
    if (isAnother) {
        m_tagList->clear();
        m_findingList->clear();
    }
    showUses();
}

void SubjectDetails::clear()
{
    m_current.reset();
    m_note->clear();
    setVisible(false);
}

void SubjectDetails::reload()
{
    if (current())
        showUses();
}

void SubjectDetails::showName()
{
    if (current() && (!m_name->hasFocus() || !m_name->isModified()))
        m_name->setText(current()->name);
}

void SubjectDetails::rename()
{
    const Subject *subject = current();
    const QString name = subject ? model::tidyName(subject->kind, m_name->text()) : QString();
    if (!subject || !m_name->isModified() || name.isEmpty() || name == subject->name)
        return;
    m_name->setModified(false);
    m_session.decide(
        [id = subject->id, name](const CaseFile &file) { return model::session::renameSubject(file, id, name); });
}

void SubjectDetails::addAlias()
{
    const Subject *subject = current();
    const QString alias = subject ? model::tidyName(subject->kind, m_newAlias->text()) : QString();
    if (alias.isEmpty())
        return;
    m_newAlias->clear();
    m_session.decide({{journal::AddAlias{subject->id, alias}}});
}

void SubjectDetails::askRemovable()
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

void SubjectDetails::showUses()
{
    askRemovable();
    m_usesInquiry.ask<Uses>(
        m_session, [subject = *m_current](const CaseFile &file) { return usesOf(file, subject); },
        [this, id = *m_current](model::Result<Uses> answer) {
            const std::vector<model::TagId> ticked = tickedTags();
            m_tagList->clear();
            m_findingList->clear();
            m_findings.clear();
            const Uses uses = answer ? *std::move(answer) : Uses();
            m_tags = uses.tags;
            for (const model::Tag &tag : m_tags) {
                auto *item = new QListWidgetItem(
                    tr("“%1”, %2, page %3", "words, document, page")
                        .arg(shortened(tag.passage.quote, 100), uses.titles.value(tag.passage.document))
                        .arg(tag.passage.firstPage + 1),
                    m_tagList);
                item->setToolTip(
                    tr("…%1%2%3…").arg(tag.passage.prefix, tag.passage.quote, tag.passage.suffix).simplified());
                item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
                const bool isTicked = std::find(ticked.begin(), ticked.end(), tag.id) != ticked.end();
                item->setCheckState(isTicked ? Qt::Checked : Qt::Unchecked);
            }
            for (const Uses::Finding &finding : uses.findings) {
                m_findings.push_back(finding.key);
                m_findingList->addItem((finding.passages == 1
                                            ? tr("%1: %2, one passage", "other half, verdict")
                                            : tr("%1: %2, %n passages", "other half, verdict", finding.passages))
                                           .arg(finding.other, wordFor(finding.verdict)));
            }
            m_note->show(tr("Note"), id, uses.note);
        });
}

std::vector<model::TagId> SubjectDetails::tickedTags() const
{
    std::vector<model::TagId> ticked;
    for (int row = 0; row < m_tagList->count(); ++row) {
        if (m_tagList->item(row)->checkState() == Qt::Checked)
            ticked.push_back(m_tags[static_cast<size_t>(row)].id);
    }
    return ticked;
}

void SubjectDetails::proposeMerge(const SubjectId &into)
{
    if (const Subject *target = m_book.find(into)) {
        m_mergeInto->setText(target->name);
        m_mergeInto->setListVisible(false);
        m_merge->setFocus(Qt::OtherFocusReason);
    }
}

void SubjectDetails::askPreview()
{
    m_previewInquiry.cancel();
    m_preview->hide();
    const QString name = m_mergeInto->text();
    if (!current() || name.isEmpty())
        return;
    m_previewInquiry.ask<MergePreview>(
        m_session,
        [id = current()->id, kind = current()->kind, name](const CaseFile &file) -> model::Result<MergePreview> {
            const auto into = file.findSubject(kind, name);
            if (!into)
                return into.error();
            return model::session::mergePreview(file, id, into->id);
        },
        [this](const model::Result<MergePreview> &answer) {
            // While a name is being typed it is often none yet.
            if (answer) {
                m_preview->setText(previewText(*answer));
                m_preview->show();
            }
        });
}

void SubjectDetails::merge(const QString &into)
{
    const Subject *subject = current();
    if (!subject)
        return;
    m_session.decide(
        [id = subject->id, kind = subject->kind, into](const CaseFile &file) -> model::Result<journal::Decision> {
            const auto target = file.findSubject(kind, into);
            if (!target)
                return target.error();
            return model::session::mergeSubject(file, id, target->id);
        });
}

void SubjectDetails::moveTags(const QString &to)
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
