// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/tagging.h"

#include "ui/common/actions.h"
#include "ui/common/key_words.h"
#include "ui/common/marks.h"
#include "ui/common/words.h"
#include "ui/findings/link_panel.h"
#include "ui/review/name_box.h"
#include "ui/review/page_tags_panel.h"

#include <QAction>
#include <QWidget>

#include <utility>

namespace ui::review {

using model::Tag;
using model::TagId;
using model::TagKind;
using model::session::CaseFile;
using model::session::CaseSession;
using model::session::DocumentTags;
using model::session::TagRequest;

Tagging::Tagging(CaseSession &session, SubjectBook &book, Widgets widgets, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_book(book)
    , m_widgets(widgets)
    , m_nameBox(new NameBox(m_widgets.view->viewport()))
{
    makeActions();
    m_widgets.panel->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_widgets.view, &page::PageView::tagClicked, this, [this](const TagId &id) { selectTag(id); });
    connect(m_widgets.view, &page::PageView::entered, this, &Tagging::rename);
    connect(m_widgets.view, &page::PageView::selectionChanged, this, [this] { m_atHand = false; });
    connect(m_widgets.view, &page::PageView::currentPageChanged, this, [this](int pageIndex) {
        if (m_document)
            m_widgets.panel->show(m_tags, pageIndex);
    });
    connect(m_widgets.panel, &PageTagsPanel::tagChosen, this, [this](const TagId &id) {
        selectTag(id);
        if (const Tag *chosen = tag(id))
            m_widgets.view->goToRange(chosen->passage.firstPage, {chosen->passage.start, chosen->passage.start + 1});
    });
    connect(m_widgets.panel, &PageTagsPanel::renameRequested, this, [this](const TagId &id) {
        selectTag(id);
        rename();
    });
    connect(m_widgets.linkPanel, &findings::LinkPanel::closed, this, [this] { m_widgets.view->setFocus(); });
    connect(m_nameBox, &NameBox::closed, this, [this] { m_widgets.view->setFocus(); });
    connect(m_widgets.linkPanel, &findings::LinkPanel::linkRequested, this,
            [this](const model::session::LinkRequest &request) {
                m_session.decide(
                    [request](const CaseFile &file) { return model::session::linkEvidence(file, request); });
            });
    connect(&session, &CaseSession::failed, this, [this] {
        // Among what failed may have been the tag.
        if (m_newEvidence)
            m_widgets.linkPanel->close();
        m_newEvidence.reset();
    });
    connect(&session, &CaseSession::changed, this, [this](const model::session::ChangeSet &changes) {
        if (m_document &&
            (changes.documents.contains(*m_document) || changes.subjects || changes.findings || changes.notes))
            reload();
    });
}

QAction *Tagging::addAction(const QString &name, const QString &text, Qt::Key key, void (Tagging::*act)())
{
    QAction *action = makeAction(this, name, text, {key}, [this, act] { (this->*act)(); });
    m_widgets.view->addAction(action);
    m_widgets.panel->addAction(action);
    m_actions += action;
    return action;
}

void Tagging::makeActions()
{
    addAction(QStringLiteral("tagPartner"), tr("Tag as &partner"), Qt::Key_1, &Tagging::tagPartner)
        ->setIcon(iconFor(TagKind::Partner));
    addAction(QStringLiteral("tagPermission"), tr("Tag as per&mission"), Qt::Key_2, &Tagging::tagPermission)
        ->setIcon(iconFor(TagKind::Permission));
    addAction(QStringLiteral("tagEvidence"), tr("Tag as &evidence"), Qt::Key_3, &Tagging::tagEvidence)
        ->setIcon(iconFor(TagKind::Evidence));
    addAction(QStringLiteral("linkEvidence"), tr("&Link the evidence to a finding"), Qt::Key_L, &Tagging::link);
    m_markActions = m_actions;
    addAction(QStringLiteral("renameTag"), tr("Change what the tag &names"), Qt::Key_F2, &Tagging::rename);
    addAction(QStringLiteral("moveTag"), tr("Give the tag the &selected words"), Qt::Key_U, &Tagging::moveToSelection);
    addAction(QStringLiteral("removeTag"), tr("&Remove the tag or link"), Qt::Key_Delete, &Tagging::remove);
    addAction(QStringLiteral("nextTag"), tr("Ne&xt tag"), Qt::Key_N, &Tagging::nextTag);
    addAction(QStringLiteral("previousTag"), tr("Pre&vious tag"), Qt::Key_P, &Tagging::previousTag);
}

void Tagging::setDocument(const std::optional<model::Sha256> &document)
{
    m_nameBox->close();
    m_widgets.linkPanel->close();
    m_inquiry.cancel();
    m_newEvidence.reset();
    m_selectWhenHere.reset();
    m_linkWhenHere.reset();
    m_document = document;
    m_tags = {};
    m_widgets.view->setTags({});
    m_widgets.panel->clear();
    selectTag(std::nullopt);
    if (document)
        reload();
}

void Tagging::reload()
{
    m_inquiry.ask<DocumentTags>(
        m_session, [document = *m_document](const CaseFile &file) { return documentTags(file, document); },
        [this](model::Result<DocumentTags> answer) {
            if (!answer) {
                m_linkWhenHere.reset();
                Q_EMIT problem(answer.error().sentence);
                return;
            }
            m_tags = *std::move(answer);
            if (m_newEvidence && tag(m_newEvidence->id))
                m_newEvidence.reset();
            if (!m_newEvidence && !tag(m_widgets.linkPanel->evidence()))
                m_widgets.linkPanel->close();
            if (!tag(m_selected))
                selectTag(std::nullopt);
            m_widgets.view->setTags(m_tags.tags);
            m_widgets.panel->show(m_tags, m_widgets.view->currentPage());
            Q_EMIT tagsChanged();
            if (const auto passage = std::exchange(m_selectWhenHere, std::nullopt))
                selectTagOf(*passage);
            if (const auto wanted = std::exchange(m_linkWhenHere, std::nullopt))
                linkPassage(wanted->passage, wanted->partners, wanted->permissions);
        });
}

const Tag *Tagging::tag(const std::optional<TagId> &id) const
{
    for (const Tag &one : m_tags.tags) {
        if (one.id == id)
            return &one;
    }
    return nullptr;
}

void Tagging::selectTag(const std::optional<TagId> &id)
{
    m_atHand = id.has_value();
    if (id == m_selected && id.has_value())
        return;
    m_selected = id;
    m_widgets.view->setSelectedTag(id);
    m_widgets.panel->setSelectedTag(id);
    Q_EMIT selectedTagChanged();
}

void Tagging::selectTagOf(const model::Passage &passage)
{
    if (m_inquiry.isWaiting()) {
        m_selectWhenHere = passage;
        return;
    }
    const Tag *found = nullptr;
    for (const Tag &one : m_tags.tags) {
        if (one.passage.isSamePlace(passage) && (!found || one.kind == TagKind::Evidence))
            found = &one;
    }
    if (!found)
        return;
    selectTag(found->id);
    m_atHand = false;
}

void Tagging::askName(TagKind kind, const model::Passage &passage, const QString &name,
                      std::function<void(const QString &)> then)
{
    const auto subjectKind = *model::subjectKindOf(kind);
    m_nameBox->ask(kind == TagKind::Partner ? tr("Which partner is this?") : tr("Which permission is this?"),
                   m_book.offered(subjectKind), name, m_widgets.view->placeBelow(passage), std::move(then));
}

void Tagging::tagSelection(TagKind kind)
{
    // A tag that was chosen long ago, or by being made, is not what a key without words means.
    const bool inPanel = m_widgets.panel->isAncestorOf(m_widgets.place->focusWidget());
    if (!m_widgets.view->hasSelection() && tag(m_selected) && (m_atHand || inPanel)) {
        changeKind(kind);
        return;
    }
    const auto passage = m_widgets.view->selectedPassage();
    if (!passage) {
        Q_EMIT advice(passage.error().sentence);
        return;
    }
    if (kind == TagKind::Evidence) {
        decideEvidence(*passage);
        return;
    }
    const auto subjectKind = *model::subjectKindOf(kind);
    const QString quote = model::tidyName(subjectKind, passage->quote);
    askName(kind, *passage, nameMeantBy(m_book.subjects(subjectKind), quote).value_or(shortened(quote, 120)),
            [this, passage = *passage, kind](const QString &name) {
                decideTag({passage, kind, name});
            });
}

void Tagging::decideTag(const TagRequest &request)
{
    const TagId id = TagId::create();
    if (request.kind == TagKind::Evidence)
        m_newEvidence = Tag{id, request.kind, request.passage, std::nullopt};
    m_session.decide([request, id](const CaseFile &file) { return model::session::tagPassage(file, request, id); },
                     this,
                     [this, id, document = request.passage.document](const model::journal::Decision &) {
                         if (m_document != document)
                             return;
                         m_widgets.view->clearSelection();
                         selectTag(id);
                         m_atHand = false;
                         reload();
                     });
}

void Tagging::decideEvidence(const model::Passage &passage)
{
    // Its words stay selected until the journal has it.
    if (!m_newEvidence || !m_newEvidence->passage.isSamePlace(passage))
        decideTag({passage, TagKind::Evidence, {}});
}

void Tagging::changeKind(TagKind kind)
{
    const Tag changed = *tag(m_selected);
    if (changed.kind == kind)
        return;
    const auto change = [this, id = changed.id, former = changed.kind, passage = changed.passage,
                         kind](const QString &name) {
        m_session.decide([id, request = TagRequest{passage, kind, name}](
                             const CaseFile &file) { return model::session::changeTag(file, id, request); },
                         this,
                         [this, former, kind, passage](const model::journal::Decision &) {
                             Q_EMIT kindChanged(tr("“%1” was tagged as %2 and is now tagged as %3.")
                                                    .arg(shortened(passage.quote, 60), wordFor(former).toLower(),
                                                         wordFor(kind).toLower()));
                         });
    };
    if (kind == TagKind::Evidence) {
        change({});
        return;
    }
    const auto subjectKind = *model::subjectKindOf(kind);
    const QString quote = model::tidyName(subjectKind, changed.passage.quote);
    askName(kind, changed.passage, nameMeantBy(m_book.subjects(subjectKind), quote).value_or(shortened(quote, 120)),
            change);
}

void Tagging::rename()
{
    const Tag *renamed = tag(m_selected);
    if (!renamed) {
        adviseTag();
        return;
    }
    if (!renamed->subject) {
        Q_EMIT advice(
            withKeys(*m_widgets.view, tr("An evidence passage names nothing by itself. Press {linkEvidence} to "
                                         "link it to a partner and a permission.")));
        return;
    }
    askName(renamed->kind, renamed->passage, m_tags.names.value(*renamed->subject),
            [this, id = renamed->id, passage = renamed->passage, kind = renamed->kind](const QString &name) {
                m_session.decide([id, request = TagRequest{passage, kind, name}](const CaseFile &file) {
                    return model::session::changeTag(file, id, request);
                });
            });
}

void Tagging::moveToSelection()
{
    const Tag *moved = tag(m_selected);
    if (!moved) {
        adviseTag();
        return;
    }
    const auto passage = m_widgets.view->selectedPassage();
    if (!passage) {
        Q_EMIT advice(passage.error().sentence);
        return;
    }
    const QString name = moved->subject ? m_tags.names.value(*moved->subject) : QString();
    m_session.decide([id = moved->id, request = TagRequest{*passage, moved->kind, name}](
                         const CaseFile &file) { return model::session::changeTag(file, id, request); },
                     this, [this](const model::journal::Decision &) { m_widgets.view->clearSelection(); });
}

void Tagging::remove()
{
    if (const auto link = m_widgets.panel->selectedLink();
        link && m_widgets.panel->isAncestorOf(m_widgets.place->focusWidget())) {
        m_session.decide([link = *link](const CaseFile &file) { return model::session::unlink(file, link); });
        return;
    }
    if (m_selected)
        m_session.decide([id = *m_selected](const CaseFile &file) { return model::session::untag(file, id); });
    else
        adviseTag();
}

void Tagging::link()
{
    const Tag *evidence = tag(m_selected);
    if (m_widgets.view->hasSelection()) {
        const auto passage = m_widgets.view->selectedPassage();
        if (!passage) {
            Q_EMIT advice(passage.error().sentence);
            return;
        }
        decideEvidence(*passage);
        evidence = &*m_newEvidence;
    } else if (m_newEvidence && m_newEvidence->id == m_selected) {
        evidence = &*m_newEvidence;
    }
    // Also before the journal has the tag: the next key is meant for the panel, and links are decided after it.
    if (evidence && evidence->kind == TagKind::Evidence)
        m_widgets.linkPanel->open(*evidence, m_tags, m_book);
    else
        Q_EMIT advice(
            withKeys(*m_widgets.view, tr("Select the words to link first, or an evidence passage: click its bar in the "
                                         "margin, or press {nextTag} until it is chosen.")));
}

void Tagging::linkPassage(const model::Passage &passage, const QStringList &partners, const QStringList &permissions)
{
    // Until then it is not known whether it is tagged.
    if (m_inquiry.isWaiting()) {
        m_linkWhenHere = {passage, partners, permissions};
        return;
    }
    const findings::LinkPanel::Suggested suggested{partners, permissions};
    for (const Tag &one : m_tags.tags) {
        if (one.kind == TagKind::Evidence && one.passage.isSamePlace(passage)) {
            m_widgets.linkPanel->open(one, m_tags, m_book, suggested);
            return;
        }
    }
    decideEvidence(passage);
    m_widgets.linkPanel->open(*m_newEvidence, m_tags, m_book, suggested);
}

void Tagging::adviseTag()
{
    Q_EMIT advice(
        withKeys(*m_widgets.view, tr("Choose a tag first: click it, or press {nextTag} until it is chosen.")));
}

void Tagging::nextTag()
{
    step(1);
}

void Tagging::previousTag()
{
    step(-1);
}

void Tagging::step(int direction)
{
    const auto &all = m_tags.tags;
    if (all.empty()) {
        Q_EMIT advice(tr("Nothing is tagged in this document yet."));
        return;
    }
    const int count = static_cast<int>(all.size());
    int at = -1;
    for (int i = 0; i < count; ++i) {
        if (all[static_cast<size_t>(i)].id == m_selected)
            at = i;
    }
    if (at < 0) {
        // From the page in view onwards.
        const int page = m_widgets.view->currentPage();
        at = 0;
        while (at < count && all[static_cast<size_t>(at)].passage.lastPage < page)
            ++at;
        if (direction < 0)
            --at;
    } else {
        at += direction;
    }
    const Tag &found = all[static_cast<size_t>((at + count) % count)];
    selectTag(found.id);
    m_widgets.view->goToRange(found.passage.firstPage, {found.passage.start, found.passage.start + 1});
}

} // namespace ui::review
