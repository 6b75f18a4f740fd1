// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/remembered.h"
#include "ui/common/actions.h"
#include "ui/common/key_words.h"
#include "ui/documents/document_panel.h"
#include "ui/documents/origin_drawer.h"
#include "ui/findings/note_editor.h"
#include "ui/page/document_pane.h"
#include "ui/page/outline_panel.h"
#include "ui/page/page_beside.h"
#include "ui/page/thumbnail_panel.h"
#include "ui/review/document_find.h"
#include "ui/review/page_tags_panel.h"
#include "ui/review/read_place.h"
#include "ui/review/suggestion_panel.h"
#include "ui/search/hit_panel.h"

#include <QAction>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QTabWidget>
#include <QTreeWidget>

#include <algorithm>
#include <array>
#include <functional>

/// The place's actions, and which of its panes are in sight.
namespace ui::review {
namespace {

using model::session::PaperColours;

const QString rememberedColours = QStringLiteral("read.colours");
const QString nightWord = QStringLiteral("night");
constexpr int leastListWidth = 180;
constexpr int narrowWidth = 1080; // below it documents, page and tags have no room side by side

} // namespace

void ReadPlace::addAction(const QString &name, const QString &text, const QList<QKeySequence> &keys,
                          std::function<void()> act)
{
    QAction *action = makeAction(this, name, text, keys, std::move(act));
    QWidget::addAction(action);
    m_viewActions += action;
}

void ReadPlace::makeLayoutActions()
{
    // On the page that has the keyboard, if that is the one beside.
    addAction(QStringLiteral("zoomLarger"), tr("&Larger"),
              {QKeySequence::ZoomIn, QKeySequence(Qt::CTRL | Qt::Key_Equal)}, [this] { viewInHand().zoomBy(1); });
    addAction(QStringLiteral("zoomSmaller"), tr("&Smaller"), {QKeySequence::ZoomOut},
              [this] { viewInHand().zoomBy(-1); });
    addAction(QStringLiteral("zoomWidth"), tr("Fit the page's &width"), {QKeySequence(Qt::CTRL | Qt::Key_0)},
              [this] { viewInHand().setFit(page::Fit::Width); });
    addAction(QStringLiteral("zoomPage"), tr("Fit the whole &page"), {QKeySequence(Qt::CTRL | Qt::Key_9)},
              [this] { viewInHand().setFit(page::Fit::Page); });
    addAction(QStringLiteral("zoomActual"), tr("Actual si&ze"), {QKeySequence(Qt::CTRL | Qt::Key_8)},
              [this] { viewInHand().setZoom(1); });
    const auto turn = [this](int turns) {
        page::PageView &view = viewInHand();
        page::PageArrangement arrangement = view.arrangement();
        arrangement.turns = (arrangement.turns + turns + 4) % 4;
        view.setArrangement(arrangement);
    };
    addAction(QStringLiteral("turnRight"), tr("&Turn the pages to the right"), {QKeySequence(Qt::CTRL | Qt::Key_R)},
              [turn] { turn(1); });
    addAction(QStringLiteral("turnLeft"), tr("T&urn the pages to the left"),
              {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R)}, [turn] { turn(-1); });
    const auto addToggle = [this](const QString &name, const QString &text, const QKeySequence &key,
                                  bool page::PageArrangement::*choice) {
        addAction(name, text, {key}, [this, choice] {
            page::PageView &view = viewInHand();
            page::PageArrangement arrangement = view.arrangement();
            arrangement.*choice = !(arrangement.*choice);
            view.setArrangement(arrangement);
        });
        QAction *action = m_viewActions.back();
        action->setCheckable(true);
        // The mark in the menu is of the page that is worked on, whichever was laid out otherwise.
        const auto tell = [this, action, choice] { action->setChecked(m_pane->view().arrangement().*choice); };
        connect(action, &QAction::triggered, action, tell);
        connect(&m_pane->view(), &page::PageView::arrangementChanged, action, tell);
    };
    addToggle(QStringLiteral("facingPages"), tr("Two pages side &by side"), QKeySequence(Qt::CTRL | Qt::Key_7),
              &page::PageArrangement::facing);
    addToggle(QStringLiteral("coverAlone"), tr("The first of them stands alo&ne"),
              QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_7), &page::PageArrangement::coverAlone);
}

void ReadPlace::makeLightActions()
{
    page::PageView &view = m_pane->view();
    addAction(QStringLiteral("magnifier"), tr("Ma&gnifier"), {QKeySequence(Qt::Key_F8)}, [&view] {
        view.setFocus();
        view.toggleMagnifier();
    });
    QAction *magnifier = m_viewActions.back();
    magnifier->setCheckable(true);
    connect(&view, &page::PageView::magnifierToggled, magnifier, &QAction::setChecked);
    addAction(QStringLiteral("nightColours"), tr("Ni&ght colours"), {QKeySequence(Qt::CTRL | Qt::Key_F8)},
              [this, &view] {
                  const bool toNight = view.colours() == PaperColours::Day;
                  view.setColours(toNight ? PaperColours::Night : PaperColours::Day);
                  m_session.remember(rememberedColours, toNight ? nightWord : QString());
              });
    QAction *night = m_viewActions.back();
    night->setCheckable(true);
    connect(&view, &page::PageView::coloursChanged, night,
            [&view, night] { night->setChecked(view.colours() == PaperColours::Night); });
    m_recalling.ask<QString>(
        m_session, [](const model::session::CaseFile &file) { return remembered(file, rememberedColours); },
        [&view](const model::Result<QString> &answer) {
            if (answer && *answer == nightWord)
                view.setColours(PaperColours::Night);
        });
}

void ReadPlace::makeActions()
{
    makeLayoutActions();
    makeLightActions();
    page::PageView &view = m_pane->view();
    addAction(QStringLiteral("goToPage"), tr("&Go to a page"), {QKeySequence(Qt::CTRL | Qt::Key_G)},
              [this] { m_pane->bar().focusPageNumber(); });
    addAction(QStringLiteral("caret"), tr("Select words by &keyboard"), {QKeySequence(Qt::Key_F7)}, [&view] {
        view.setFocus();
        view.toggleCaret();
    });
    addAction(QStringLiteral("findInDocument"), tr("F&ind in this document"), {QKeySequence(Qt::CTRL | Qt::Key_F)},
              [this] {
                  if (m_pane->showsPages()) {
                      m_find->open();
                  } else {
                      showLeft(m_documents); // to find a document first
                      m_documents->focusFilter();
                  }
              });
    addAction(QStringLiteral("nextHit"), tr("&Next hit"), {QKeySequence(Qt::Key_F3)}, [this] { stepHits(1); });
    addAction(QStringLiteral("previousHit"), tr("Pre&vious hit"), {QKeySequence(Qt::SHIFT | Qt::Key_F3)},
              [this] { stepHits(-1); });
    addAction(QStringLiteral("filterDocuments"), tr("&Filter the documents"),
              {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F)}, [this] {
                  showLeft(m_documents);
                  m_documents->focusFilter();
              });
    addAction(QStringLiteral("saveSearch"), tr("Save this sea&rch"), {QKeySequence(Qt::CTRL | Qt::Key_S)}, [this] {
        showLeft(m_hits);
        if (!m_hits->saveSearch())
            Q_EMIT advice(withKeys(
                *this, tr("Search for something first ({search}); then the search can be saved under a name.")));
    });
    addAction(QStringLiteral("showThumbnails"), tr("The pages, s&mall"), {QKeySequence(Qt::Key_F4)}, [this] {
        showLeft(m_thumbnails);
        m_thumbnails->takeFocus();
    });
    addAction(QStringLiteral("showOutline"), tr("The &outline (table of contents)"),
              {QKeySequence(Qt::SHIFT | Qt::Key_F4)}, [this] {
                  showLeft(m_outline);
                  m_outline->takeFocus();
              });
    makeBesideActions();
    addAction(QStringLiteral("nextUnread"), tr("Next page you have not seen that names a part&ner"),
              {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N)}, [this] { goToNextUnread(); });
    addAction(QStringLiteral("nextPane"), tr("Go to the next pan&e"), {QKeySequence(Qt::Key_F6)},
              [this] { cyclePanes(); });
    addAction(QStringLiteral("writeNote"), tr("Write a n&ote"), {QKeySequence(Qt::CTRL | Qt::Key_M)}, [this] {
        m_note->setVisible(true);
        m_note->focusText();
    });
    addAction(QStringLiteral("writeDocumentNote"), tr("Write a note on the &document"),
              {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M)}, [this] {
                  m_noteOnDocument = true;
                  showNote();
                  m_note->setVisible(true);
                  m_note->focusText();
              });
    addAction(QStringLiteral("retryPages"), tr("&Try pages again that could not be shown"), {QKeySequence(Qt::Key_F5)},
              [&view] { view.retryPages(); });
    addAction(QStringLiteral("showDocuments"), tr("Show the &list at the left"), {QKeySequence(Qt::Key_F9)}, [this] {
        if (m_showLeft->isChecked())
            showLeft(m_left->currentWidget());
        else
            m_left->hide();
        m_pane->bar().setOffersList(!m_showLeft->isChecked());
        if (!m_left->isVisibleTo(this))
            m_pane->view().setFocus();
    });
    m_showLeft = m_viewActions.back();
    m_showLeft->setCheckable(true);
    m_showLeft->setChecked(true);
    QAction *read = makeAction(this, QStringLiteral("toggleRead"), tr("Page is &seen, or not"), {Qt::Key_R}, [this] {
        const int pageIndex = m_pane->view().currentPage();
        if (m_pane->document() && m_pane->showsPages())
            markPage(pageIndex, !m_pane->isPageRead(pageIndex));
    });
    QAction *next =
        makeAction(this, QStringLiteral("readAndNext"), tr("Page is seen, go to the ne&xt"), {Qt::Key_Space}, [this] {
            page::PageView &pages = m_pane->view();
            if (!m_pane->document() || !m_pane->showsPages())
                return;
            if (!m_pane->isPageRead(pages.currentPage()))
                markPage(pages.currentPage(), true);
            pages.goToPage(pages.currentPage() + 1);
        });
    view.QWidget::addAction(read);
    view.QWidget::addAction(next);
    m_viewActions += {read, next};
}

std::vector<std::pair<QString, QList<QAction *>>> ReadPlace::viewMenus() const
{
    const auto of = [this](std::initializer_list<const char *> names) {
        QList<QAction *> found;
        for (const char *name : names) {
            for (QAction *action : m_viewActions) {
                if (action->objectName() == QLatin1String(name))
                    found += action;
            }
        }
        return found;
    };
    std::vector<std::pair<QString, QList<QAction *>>> menus = {
        {tr("&Page"), of({"zoomLarger", "zoomSmaller", "zoomWidth", "zoomPage", "zoomActual", "turnRight", "turnLeft",
                          "facingPages", "coverAlone", "magnifier", "nightColours", "retryPages"})},
        {tr("&Go to"), of({"goToPage", "findInDocument", "nextHit", "previousHit", "nextUnread", "toggleRead",
                           "readAndNext", "caret"})},
        {tr("Pa&nels"), of({"showDocuments", "filterDocuments", "saveSearch", "showThumbnails", "showOutline",
                            "showOrigin", "keepBeside", "swapBeside", "nextPane", "writeNote", "writeDocumentNote"})}};
    return menus;
}

void ReadPlace::stepHits(int direction)
{
    if (m_find->isOpen())
        m_find->step(direction);
    else
        m_hits->step(direction);
}

void ReadPlace::cyclePanes()
{
    struct Pane {
        QWidget *widget;
        bool isThere; ///< a list with nothing in it is hidden
        std::function<void()> takeFocus;
    };
    const std::array<Pane, 6> panes = {
        {{m_left->currentWidget(), true, [this] { focusLeft(); }},
         {m_pane, true, [this] { m_pane->view().setFocus(Qt::ShortcutFocusReason); }},
         {m_beside, !m_beside->isHidden(), [this] { m_beside->view().setFocus(Qt::ShortcutFocusReason); }},
         {m_origin, !m_origin->isHidden(), [this] { m_origin->takeFocus(); }},
         {m_panel, m_panel->list()->isVisibleTo(this), [this] { m_panel->list()->setFocus(Qt::ShortcutFocusReason); }},
         {m_suggestions, m_suggestions->count() > 0 && m_suggestions->isVisibleTo(this),
          [this] { m_suggestions->takeFocus(); }}}};
    size_t now = 0;
    for (size_t i = 0; i < panes.size(); ++i) {
        if (panes[i].widget->isAncestorOf(focusWidget()) || panes[i].widget == focusWidget())
            now = i;
    }
    do {
        now = (now + 1) % panes.size();
    } while (!panes[now].isThere);
    panes[now].takeFocus();
}

void ReadPlace::showLeft(QWidget *tab)
{
    m_left->setCurrentWidget(tab);
    if (m_narrow && m_left->isHidden()) {
        const int left = std::max(leastListWidth, width() * 28 / 100);
        const int right = rightNeeds();
        m_splitter->setSizes({left, width() - left - right, right});
    }
    m_left->show();
    m_showLeft->setChecked(true);
    m_pane->bar().setOffersList(false);
}

void ReadPlace::focusLeft()
{
    QWidget *tab = m_left->currentWidget();
    showLeft(tab);
    if (tab == m_documents)
        m_documents->focusFilter();
    else if (tab == m_hits)
        m_hits->focusList();
    else if (tab == m_thumbnails)
        m_thumbnails->takeFocus();
    else
        m_outline->takeFocus();
}

void ReadPlace::foldLeft()
{
    if (!m_narrow || !m_pane->document())
        return;
    m_left->hide();
    const int right = std::max(rightNeeds(), width() * 3 / 10);
    m_splitter->setSizes({0, width() - right, right});
    m_showLeft->setChecked(false);
    m_pane->bar().setOffersList(true);
}

int ReadPlace::rightNeeds() const
{
    // It scrolls downwards only: what is wider than the pane would be cut off.
    return m_right->widget()->minimumSizeHint().width() + m_right->verticalScrollBar()->sizeHint().width();
}

void ReadPlace::settlePanes()
{
    if (m_panesAreChosen || width() < narrowWidth)
        return;
    const int left = std::clamp(width() * 24 / 100, 290, 440);
    const int right = std::clamp(width() * 25 / 100, 280, 540);
    m_splitter->setSizes({left, width() - left - right, right});
}

void ReadPlace::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool narrow = width() < narrowWidth;
    settlePanes();
    if (narrow == m_narrow)
        return;
    m_narrow = narrow;
    if (narrow)
        foldLeft();
    else
        showLeft(m_left->currentWidget());
}

} // namespace ui::review
