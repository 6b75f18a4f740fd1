// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/read_place.h"

#include "model/session/case_session.h"
#include "model/session/ocr_pages.h"
#include "model/session/page_source.h"
#include "model/session/unread_pages.h"
#include "ui/common/key_words.h"
#include "ui/documents/document_panel.h"
#include "ui/findings/link_panel.h"
#include "ui/findings/note_editor.h"
#include "ui/page/document_pane.h"
#include "ui/page/outline_panel.h"
#include "ui/page/thumbnail_panel.h"
#include "ui/review/document_find.h"
#include "ui/review/hit_marks.h"
#include "ui/review/page_menu.h"
#include "ui/review/page_tags_panel.h"
#include "ui/review/place_memory.h"
#include "ui/review/suggestion_panel.h"
#include "ui/review/suggestion_review.h"
#include "ui/review/tagging.h"
#include "ui/search/hit_panel.h"

#include <QAction>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

namespace ui::review {

using model::Result;
using model::session::CaseFile;
using model::session::CaseSession;
using model::session::DocumentOnView;
using model::session::PageSource;
namespace journal = model::journal;

ReadPlace::ReadPlace(CaseSession &session, SubjectBook &book, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
{
    setObjectName(QStringLiteral("readPlace"));
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setObjectName(QStringLiteral("readSplitter"));
    m_splitter->setChildrenCollapsible(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_splitter);
    makeLeft();
    makeMiddle();
    m_thumbnails = new page::ThumbnailPanel(*m_pane, m_left);
    m_outline = new page::OutlinePanel(*m_pane, m_left);
    m_left->addTab(m_thumbnails, tr("Pages"));
    m_left->addTab(m_outline, tr("Outline"));
    findings::LinkPanel *linkPanel = makeRight();
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setStretchFactor(2, 0);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_panesAreChosen = true; });

    m_tagging = new Tagging(session, book, {&m_pane->view(), m_panel, linkPanel, this}, this);
    m_suggestionReview = new SuggestionReview(session, book, m_pane->view(), *m_suggestions, this);
    connect(linkPanel, &findings::LinkPanel::closed, m_suggestionReview, &SuggestionReview::linkLeft);
    connect(m_suggestionReview, &SuggestionReview::suggestedNamesChanged, linkPanel, [this, linkPanel] {
        linkPanel->offerNames(m_suggestionReview->suggestedNames(model::SubjectKind::Partner),
                              m_suggestionReview->suggestedNames(model::SubjectKind::Permission));
    });
    m_find = new DocumentFind(session, *m_pane, this);
    m_places = new PlaceMemory(session, m_pane->view(), this);
    m_hitMarks = new HitMarks(session, *m_pane, this);
    makeActions();
    // Opening a hit leaves the keyboard with the list.
    m_hits->addActions(m_tagging->markActions());
    connectLists();
    connectTagging();
    connectPage();
    connectSession();
    m_pane->showNothing(tr("Loading the case."));
}

ReadPlace::~ReadPlace() = default;

void ReadPlace::makeLeft()
{
    m_left = new QTabWidget(m_splitter);
    m_left->setObjectName(QStringLiteral("leftTabs"));
    m_left->setDocumentMode(true);
    m_left->setMinimumWidth(150);
    m_left->setUsesScrollButtons(false);
    m_left->setElideMode(Qt::ElideRight);
    m_documents = new documents::DocumentPanel(m_session, m_left);
    m_hits = new search::HitPanel(m_session, m_left);
    m_left->addTab(m_documents, tr("Documents"));
    m_left->addTab(m_hits, tr("Search"));
}

findings::LinkPanel *ReadPlace::makeRight()
{
    auto *scroll = new QScrollArea(m_splitter);
    scroll->setObjectName(QStringLiteral("tagScroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *right = new QWidget(scroll);
    auto *side = new QVBoxLayout(right);
    side->setContentsMargins(8, 8, 8, 8);
    side->setSpacing(8);
    m_panel = new PageTagsPanel(right);
    auto *linkPanel = new findings::LinkPanel(right);
    m_suggestions = new SuggestionPanel(right);
    m_note = new findings::NoteEditor(QStringLiteral("pageNote"), right);
    side->addWidget(linkPanel);
    side->addWidget(m_panel, 1);
    side->addWidget(m_suggestions, 2);
    side->addWidget(m_note);
    scroll->setWidget(right);
    scroll->setMinimumWidth(leastTagsWidth);
    m_right = scroll;

    // On a low screen there is no room for both.
    connect(linkPanel, &findings::LinkPanel::opened, this, [this, scroll] {
        m_note->hide();
        // Wider than what was there, and with a scroll bar beside it.
        scroll->setMinimumWidth(std::max(scroll->minimumWidth(), rightNeeds()));
        scroll->verticalScrollBar()->setValue(0);
    });
    connect(linkPanel, &findings::LinkPanel::closed, m_note,
            [this] { m_note->setVisible(!m_suggestions->batch().isOpen()); });
    // Ten rows of two lines want all the height there is.
    connect(m_suggestions, &SuggestionPanel::batchToggled, this, [this, linkPanel](bool open) {
        m_panel->setVisible(!open);
        m_note->setVisible(!open && linkPanel->isHidden());
    });
    return linkPanel;
}

void ReadPlace::connectLists()
{
    connect(m_documents, &documents::DocumentPanel::documentChosen, this,
            [this](const model::Sha256 &sha) { openDocument(sha); });
    connect(m_documents, &documents::DocumentPanel::documentsLoaded, this, [this] {
        if (!m_pane->document() && !m_loading.isWaiting())
            tellNothingInView();
        m_documentsAreHere = true;
    });
    new KeyedText(m_pane, [this](const KeyWords &) {
        if (m_documentsAreHere && !m_pane->document())
            tellNothingInView();
    });
    connect(m_hits, &search::HitPanel::hitChosen, this,
            [this](const model::SearchHit &hit, size_t place) { openHit(hit, Keyboard::List, place); });
    connect(m_hits, &search::HitPanel::queryAnswered, this, &ReadPlace::hitsAnswered);
    connect(m_hits, &search::HitPanel::stepped, this, &ReadPlace::advice);
}

void ReadPlace::connectTagging()
{
    connect(m_tagging, &Tagging::problem, this, &ReadPlace::problem);
    connect(m_tagging, &Tagging::advice, this, &ReadPlace::advice);
    connect(m_tagging, &Tagging::kindChanged, this, &ReadPlace::kindChanged);
    connect(m_suggestionReview, &SuggestionReview::problem, this, &ReadPlace::problem);
    connect(m_suggestionReview, &SuggestionReview::advice, this, &ReadPlace::advice);
    connect(m_suggestionReview, &SuggestionReview::passageWanted, this, [this](const model::Passage &passage) {
        // The keyboard stays with the list.
        Target target;
        target.passage = passage;
        target.takesFocus = false;
        load(passage.document, target);
    });
    connect(m_suggestionReview, &SuggestionReview::undoWanted, this, &ReadPlace::undoWanted);
    connect(m_suggestionReview, &SuggestionReview::linkWanted, m_tagging, &Tagging::linkPassage);
    connect(m_suggestionReview, &SuggestionReview::countSentenceChanged, this, &ReadPlace::suggestionCountChanged);
    connect(m_tagging, &Tagging::tagsChanged, this, &ReadPlace::showNote);
    const auto turnedTo = [this] {
        m_noteOnDocument = false;
        showNote();
    };
    connect(m_tagging, &Tagging::selectedTagChanged, this, turnedTo);
    connect(&m_pane->view(), &page::PageView::currentPageChanged, this, turnedTo);
    connect(m_panel, &PageTagsPanel::findingChosen, this, &ReadPlace::findingChosen);
    connect(m_note, &findings::NoteEditor::noteDecided, this,
            [this](const journal::Decision &decision) { m_session.decide(decision); });
}

void ReadPlace::connectPage()
{
    connect(&m_pane->view(), &page::PageView::cancelled, this, [this] {
        if (m_find->isOpen())
            m_find->leave();
        else if (m_tagging->selectedTag())
            m_tagging->selectTag(std::nullopt);
        else
            Q_EMIT backRequested();
    });
    connect(&m_pane->view(), &page::PageView::menuRequested, this,
            [this](page::PageView::MenuOn on, const QPoint &place) {
                makePageMenu(m_pane->view(), on, *m_tagging, *m_suggestionReview)->popup(place);
            });
    connect(m_pane, &page::DocumentPane::retryRequested, this, &ReadPlace::retryRequested);
    connect(m_pane, &page::DocumentPane::actionRequested, this, &ReadPlace::importWanted);
    connect(&m_pane->bar(), &page::PageBar::listWanted, this, [this] { focusLeft(); });
    connect(m_pane, &page::DocumentPane::passwordTyped, this, [this](const QByteArray &password) {
        m_passwords.removeAll(password);
        m_passwords.prepend(password);
    });
    connect(&m_pane->bar(), &page::PageBar::readToggled, this,
            [this](bool read) { markPage(m_pane->view().currentPage(), read); });
    connect(&m_pane->bar(), &page::PageBar::pageTyped, this, &ReadPlace::leaving);
    connect(&m_pane->bar(), &page::PageBar::titleEdited, this, [this](const QString &title) {
        if (m_pane->document())
            m_session.decide({{journal::RetitleDocument{m_pane->document()->document.sha256, title}}});
    });
    connect(&m_pane->view(), &page::PageView::pageSeen, this, [this](int pageIndex) {
        if (m_pane->isPageRead(pageIndex) || m_session.isReadOnly())
            return;
        m_session.decide(
            {{journal::MarkPage{m_pane->document()->document.sha256, pageIndex, journal::ReadMark::ReadByScrolling}}});
    });
}

void ReadPlace::connectSession()
{
    connect(&m_session, &CaseSession::changed, this, [this](const model::session::ChangeSet &changes) {
        if (m_pane->document() &&
            (changes.documents.contains(m_pane->document()->document.sha256) || changes.documentList))
            refresh();
    });
    connect(&m_session, &CaseSession::failed, this, [this] {
        m_note->takeBack();
        if (m_pane->document())
            refresh();
    });
}

page::PageView &ReadPlace::view()
{
    return m_pane->view();
}

QList<QAction *> ReadPlace::tagActions() const
{
    return m_tagging->actions();
}

QList<QAction *> ReadPlace::suggestionActions() const
{
    return m_suggestionReview->actions();
}

std::vector<std::pair<QString, QList<QAction *>>> ReadPlace::suggestionMenus() const
{
    return m_suggestionReview->menus();
}

QString ReadPlace::suggestionCount() const
{
    return m_suggestionReview->countSentence();
}

void ReadPlace::openDocument(const model::Sha256 &document)
{
    load(document, {});
}

void ReadPlace::openPassage(const model::Passage &passage)
{
    Target target;
    target.passage = passage;
    load(passage.document, target);
}

void ReadPlace::openHit(const model::SearchHit &hit, Keyboard keyboard, size_t place)
{
    Target target;
    target.pageIndex = hit.pageIndex;
    if (place < hit.inPage.size())
        target.range = hit.inPage[place];
    target.takesFocus = keyboard == Keyboard::Page;
    load(hit.document, target);
}

void ReadPlace::search(const QString &query, const std::optional<model::SearchHit> &at)
{
    showLeft(m_hits);
    m_hits->search(query, at);
    m_hitMarks->setQuery(m_hits->query());
}

void ReadPlace::showRefused()
{
    showLeft(m_documents);
    m_documents->showRefused();
}

void ReadPlace::showNewDocuments(const QSet<model::Sha256> &documents)
{
    showLeft(m_documents);
    m_documents->showNew(documents);
}

void ReadPlace::load(const model::Sha256 &document, Target target)
{
    Q_EMIT leaving();
    m_documents->setCurrent(document);
    if (m_pane->document() && m_pane->document()->document.sha256 == document && m_pane->showsPages()) {
        m_loading.cancel();
        goTo(target);
        if (target.takesFocus)
            foldLeft();
        return;
    }
    m_loading.ask<DocumentOnView>(
        m_session, [document](const CaseFile &file) { return documentOnView(file, document); },
        [this, target = std::move(target)](Result<DocumentOnView> answer) {
            if (answer)
                show(*std::move(answer), target);
            else
                Q_EMIT problem(answer.error().sentence);
        });
}

void ReadPlace::show(DocumentOnView document, const Target &target)
{
    const model::Sha256 sha = document.document.sha256;
    m_right->show();
    auto source =
        std::make_unique<PageSource>(model::session::pageReaderOf(m_session, document.document.sha256, document.file));
    showTagsOf(std::nullopt);
    m_places->leave();
    const QString remembered = document.remembered;
    m_pane->showDocument(std::move(document), std::move(source), m_passwords);
    if (m_pane->document()->document.state == model::DocumentState::Read)
        showTagsOf(sha);
    if (m_pane->view().pageCount() > 0)
        m_places->enter(sha, remembered);
    m_hitMarks->documentChanged();
    showNote();
    goTo(target);
    m_find->documentChanged();
    if (target.takesFocus)
        foldLeft();
}

void ReadPlace::readTextAgain(const model::Sha256 &document, int pageIndex)
{
    if (documentInView() == document)
        m_pane->view().readTextAgain(pageIndex);
}

void ReadPlace::showTagsOf(const std::optional<model::Sha256> &document)
{
    m_tagging->setDocument(document);
    m_suggestionReview->setDocument(document);
}

void ReadPlace::goTo(const Target &target)
{
    page::PageView &pages = m_pane->view();
    if (target.passage) {
        pages.goToPassage(*target.passage);
        if (target.takesFocus)
            m_tagging->selectTagOf(*target.passage);
    } else if (target.range) {
        const auto [start, end] = *target.range;
        pages.goToPassage({*documentInView(), target.pageIndex, start, target.pageIndex, end, {}, {}, {}});
    } else if (target.place) {
        pages.takeFrameAway();
        pages.goToPlace(*target.place);
    } else if (target.pageIndex >= 0) {
        pages.goToPage(target.pageIndex);
    }
    if (target.takesFocus && m_pane->showsPages())
        pages.setFocus();
}

void ReadPlace::refresh()
{
    const model::Sha256 document = m_pane->document()->document.sha256;
    m_refreshing.ask<DocumentOnView>(
        m_session, [document](const CaseFile &file) { return documentOnView(file, document); },
        [this, document](Result<DocumentOnView> answer) {
            if (!m_pane->document() || m_pane->document()->document.sha256 != document)
                return;
            if (!answer) {
                if (answer.error().kind == model::ErrorKind::NotFound)
                    leaveDocument();
                return;
            }
            if (answer->document.state != m_pane->document()->document.state ||
                answer->document.reasonText != m_pane->document()->document.reasonText) {
                show(*std::move(answer), {}); // read at last, or refused for another reason
                return;
            }
            m_pane->setPagesRead(answer->pagesRead);
            m_pane->bar().setTitle(answer->document.title);
        });
}

void ReadPlace::tellNothingInView()
{
    const bool caseIsEmpty = m_documents->documents().documentCount() == 0;
    // There is nothing to tag, to decide or to note.
    m_right->setVisible(!caseIsEmpty);
    if (caseIsEmpty)
        m_pane->showNothing(withKeys(*this, tr("This case holds no documents yet.\n\nDrop files, folders or archives "
                                               "onto the window, or press {importFiles} to import some.")),
                            tr("Import files or folders"));
    else
        m_pane->showNothing(withKeys(*this, tr("Choose a document on the left to read it. {nextUnread} opens the next "
                                               "page that you have not seen and that names a partner.")));
}

void ReadPlace::leaveDocument()
{
    m_documents->setCurrent(std::nullopt);
    showTagsOf(std::nullopt);
    m_places->enter(std::nullopt);
    tellNothingInView();
    m_find->documentChanged();
    showNote();
    showLeft(m_documents);
}

std::optional<model::Sha256> ReadPlace::documentInView() const
{
    return m_pane->document() ? std::optional(m_pane->document()->document.sha256) : std::nullopt;
}

void ReadPlace::takeFocus()
{
    if (m_pane->showsPages()) {
        m_pane->view().setFocus();
        return;
    }
    showLeft(m_documents);
    m_documents->focusFilter();
}

bool ReadPlace::turnTo(const model::DocumentPage &place)
{
    if (!m_pane->document() || m_pane->document()->document.sha256 != place.document || !m_pane->showsPages())
        return false;
    if (place.pageIndex >= 0 && place.pageIndex != m_pane->view().currentPage())
        m_pane->view().goToPage(place.pageIndex);
    return true;
}

void ReadPlace::openPage(const model::DocumentPage &place)
{
    Target target;
    target.pageIndex = place.pageIndex;
    load(place.document, target);
}

void ReadPlace::openPlace(const model::Sha256 &document, const page::PagePlace &place)
{
    Target target;
    target.place = place;
    load(document, target);
}

void ReadPlace::markPage(int pageIndex, bool read)
{
    if (!m_pane->document())
        return;
    m_session.decide({{journal::MarkPage{m_pane->document()->document.sha256, pageIndex,
                                         read ? journal::ReadMark::Read : journal::ReadMark::Unread}}});
}

void ReadPlace::goToNextUnread()
{
    std::optional<model::DocumentPage> here;
    if (m_pane->document())
        here = {m_pane->document()->document.sha256, m_pane->showsPages() ? m_pane->view().currentPage() : -1};
    using Found = std::optional<model::session::UnreadPage>;
    m_lookingForUnread.ask<Found>(
        m_session, [here](const CaseFile &file) { return nextUnreadPage(file, here); },
        [this](const Result<Found> &answer) {
            if (!answer) {
                Q_EMIT problem(answer.error().sentence);
                return;
            }
            if (!*answer) {
                Q_EMIT advice(tr("No other page that you have not seen names a partner."));
                return;
            }
            openHit((**answer).hit, Keyboard::Page);
            Q_EMIT advice((**answer).isBehindAll
                              ? tr("This page names a partner and you have not seen it.")
                              : tr("From the beginning of the case again: this page names a partner and you have not "
                                   "seen it."));
        });
}

void ReadPlace::showNote()
{
    if (!m_pane->document() || !m_pane->showsPages()) {
        m_note->clear();
        return;
    }
    const model::NoteTarget target = noteTarget();
    std::optional<model::Note> found;
    for (const model::Note &note : m_tagging->tags().notes) {
        if (note.target == target)
            found = note;
    }
    m_note->show(m_noteOnDocument           ? tr("Note on the document")
                 : m_tagging->selectedTag() ? tr("Note on the selected tag")
                                            : tr("Note on page %1").arg(m_pane->view().currentPage() + 1),
                 target, found);
}

model::NoteTarget ReadPlace::noteTarget() const
{
    const model::Sha256 &document = m_pane->document()->document.sha256;
    if (m_noteOnDocument)
        return model::DocumentPage{document, -1};
    if (m_tagging->selectedTag())
        return *m_tagging->selectedTag();
    return model::DocumentPage{document, m_pane->view().currentPage()};
}

QWidget &ReadPlace::pageArea()
{
    return *m_pane;
}

QByteArray ReadPlace::panes() const
{
    return m_splitter->saveState();
}

void ReadPlace::restorePanes(const QByteArray &panes)
{
    m_panesAreChosen = m_splitter->restoreState(panes);
    settlePanes();
}

} // namespace ui::review
