// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/gestures.h"
#include "model/session/page_tags.h"
#include "ui/common/subject_book.h"
#include "ui/page/page_view.h"

#include <QList>
#include <QObject>

#include <optional>

class QAction;

namespace ui::findings {
class LinkPanel;
}

namespace ui::review {

class NameBox;
class PageTagsPanel;

/// Turns the reporter's keys into decisions on the document in view: tag, name, change, remove, link. Owns the actions,
/// so that menu, keys and buttons are one.
class Tagging final : public QObject {
    Q_OBJECT
public:
    struct Widgets {
        page::PageView *view = nullptr;
        PageTagsPanel *panel = nullptr;
        findings::LinkPanel *linkPanel = nullptr;
        QWidget *place = nullptr; ///< where the keys hold
    };
    Tagging(model::session::CaseSession &session, SubjectBook &book, Widgets widgets, QObject *parent = nullptr);

    /// Asks for the tags of this document, now and whenever they change; nothing: no document in view.
    void setDocument(const std::optional<model::Sha256> &document);
    const model::session::DocumentTags &tags() const { return m_tags; }
    const std::optional<model::TagId> &selectedTag() const { return m_selected; }
    void selectTag(const std::optional<model::TagId> &tag);
    /// Tags the passage, which is of the document in view, as evidence, unless it is, and asks what to link it to,
    /// once the tags are here.
    void linkPassage(const model::Passage &passage, const QStringList &partners, const QStringList &permissions);
    /// Selects the tag of exactly this passage, evidence before others, once the tags are here; nothing where none is.
    void selectTagOf(const model::Passage &passage);
    const model::Tag *selected() const { return tag(m_selected); } ///< null where none is
    QList<QAction *> actions() const { return m_actions; }
    QList<QAction *> markActions() const { return m_markActions; } ///< of these, those that tag words or link them

Q_SIGNALS:
    void tagsChanged();
    void selectedTagChanged();
    void problem(const QString &sentence);
    void advice(const QString &sentence);      ///< what to do first, where a key had nothing to work on
    void kindChanged(const QString &sentence); ///< what became of the chosen tag; undo takes it back

private:
    void makeActions();
    QAction *addAction(const QString &name, const QString &text, Qt::Key key, void (Tagging::*act)());
    void reload();
    const model::Tag *tag(const std::optional<model::TagId> &id) const; ///< one of the document in view

    void tagSelection(model::TagKind kind);
    void decideTag(const model::session::TagRequest &request);
    void decideEvidence(const model::Passage &passage); ///< once, however often it is asked for
    void askName(model::TagKind kind, const model::Passage &passage, const QString &name,
                 std::function<void(const QString &)> then);
    void changeKind(model::TagKind kind);
    void tagPartner() { tagSelection(model::TagKind::Partner); }
    void tagPermission() { tagSelection(model::TagKind::Permission); }
    void tagEvidence() { tagSelection(model::TagKind::Evidence); }
    void rename();
    void moveToSelection();
    void remove();
    void link();
    void nextTag();
    void previousTag();
    void step(int direction);
    void adviseTag();

    model::session::CaseSession &m_session;
    SubjectBook &m_book;
    Widgets m_widgets;
    NameBox *m_nameBox = nullptr;
    QList<QAction *> m_actions;
    QList<QAction *> m_markActions;
    model::session::Inquiry m_inquiry;
    std::optional<model::Sha256> m_document;
    model::session::DocumentTags m_tags;
    std::optional<model::TagId> m_selected;
    bool m_atHand = false; ///< chosen by the reporter, who has done nothing else on the page since
    struct WantedLink {
        model::Passage passage;
        QStringList partners;
        QStringList permissions;
    };
    std::optional<model::Passage> m_selectWhenHere;
    std::optional<WantedLink> m_linkWhenHere;
    std::optional<model::Tag> m_newEvidence; ///< until it is among the tags: it can be linked at once
};

} // namespace ui::review
