// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/search_hit.h"
#include "model/session/document_on_view.h"
#include "model/session/inquiry.h"
#include "ui/common/subject_book.h"
#include "ui/page/page_place.h"

#include <QWidget>

#include <optional>
#include <utility>
#include <vector>

class QAction;
class QScrollArea;
class QSplitter;
class QTabWidget;

namespace ui::documents {
class DocumentPanel;
class OriginDrawer;
} // namespace ui::documents
namespace ui::findings {
class LinkPanel;
class NoteEditor;
} // namespace ui::findings
namespace ui::page {
class DocumentPane;
class OutlinePanel;
class PageBeside;
class PageView;
class ThumbnailPanel;
} // namespace ui::page
namespace ui::search {
class HitPanel;
}

namespace ui::review {

class CopyComparison;
class DocumentFind;
class HitMarks;
class PageTagsPanel;
class PlaceMemory;
class SuggestionPanel;
class SuggestionReview;
class Tagging;

/// The place where documents are read and tagged: documents and hits on the left, the page in the middle, what is
/// tagged on it on the right.
class ReadPlace final : public QWidget {
    Q_OBJECT
public:
    ReadPlace(model::session::CaseSession &session, SubjectBook &book, QWidget *parent = nullptr);
    ~ReadPlace() override;

    void openDocument(const model::Sha256 &document);
    void openPassage(const model::Passage &passage); ///< framed on its page
    enum class Keyboard { List, Page };              ///< who has it after a hit was opened
    /// `place`: which of the hit's in the page is framed.
    void openHit(const model::SearchHit &hit, Keyboard keyboard, size_t place = 0);
    /// `at`: the hit that is opened beside it.
    void search(const QString &query, const std::optional<model::SearchHit> &at = std::nullopt);
    void showRefused();
    void readTextAgain(const model::Sha256 &document, int pageIndex); ///< where it is in view: OCR has read it
    void showNewDocuments(const QSet<model::Sha256> &documents);
    std::optional<model::Sha256> documentInView() const;
    /// Turns to the page if that document is in view; false otherwise. An index below 0 is the document as a whole.
    bool turnTo(const model::DocumentPage &place);
    void openPage(const model::DocumentPage &place);
    void openPlace(const model::Sha256 &document, const page::PagePlace &place);

    search::HitPanel &hits() { return *m_hits; }
    page::PageView &view();
    QList<QAction *> tagActions() const;
    QList<QAction *> suggestionActions() const;
    /// Of these, those that go into a menu of their own, with its name.
    std::vector<std::pair<QString, QList<QAction *>>> suggestionMenus() const;
    /// How many suggestions are left in the document in view and in the case, for the status line.
    QString suggestionCount() const;
    QList<QAction *> viewActions() const { return m_viewActions; }
    /// The same, each under the name of the menu it is offered in.
    std::vector<std::pair<QString, QList<QAction *>>> viewMenus() const;
    void takeFocus();    ///< by the page, or by the list of documents where none is shown
    QWidget &pageArea(); ///< the document in view, without the lists beside it
    QByteArray panes() const;
    void restorePanes(const QByteArray &panes);

Q_SIGNALS:
    void findingChosen(const model::FindingKey &finding);
    void problem(const QString &sentence);
    void advice(const QString &sentence);      ///< what to do first
    void kindChanged(const QString &sentence); ///< of the chosen tag
    void retryRequested(const model::Sha256 &document, const QByteArray &password);
    void earlierStatesWanted(const model::Sha256 &document, const QByteArray &password); ///< of the PDF in view
    void hitsAnswered();
    void suggestionCountChanged(const QString &sentence);
    void leaving(); ///< what is in view for another page; still in view
    void undoWanted();
    void importWanted();
    void backRequested(); ///< Escape with nothing to leave here

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Target {
        std::optional<model::Passage> passage;
        int pageIndex = -1;
        std::optional<model::TextRange> range; ///< is framed
        std::optional<page::PagePlace> place;
        bool takesFocus = true; ///< false while the reporter goes through a list
    };

    void load(const model::Sha256 &document, Target target);
    void show(model::session::DocumentOnView document, const Target &target);
    void showTagsOf(const std::optional<model::Sha256> &document); ///< and its suggestions
    void goTo(const Target &target);
    void refresh();
    void leaveDocument(); ///< it is in the case no more
    void makeLeft();
    void makeMiddle();
    findings::LinkPanel *makeRight();
    void makeActions();
    void makeLayoutActions();
    void makeLightActions();
    void makeBesideActions();
    void connectLists();
    void connectTagging();
    void connectPage();
    void connectSession();
    void addAction(const QString &name, const QString &text, const QList<QKeySequence> &keys,
                   std::function<void()> act);
    void tellNothingInView(); ///< and what to do about it
    void markPage(int pageIndex, bool read);
    void goToNextUnread(); ///< page that names a partner
    void showNote();
    void stepHits(int direction); ///< of what is found in the document, else of the search
    void keepBeside();            ///< the page in view, in the place of any that is there
    void closeBeside();
    void swapBeside();
    void compareWith(const model::Sha256 &copy); ///< the document in view, beside each other
    page::PageView &viewInHand();                ///< the one beside while it has the keyboard
    void cyclePanes();
    void showLeft(QWidget *tab); ///< also where it was folded away
    void focusLeft();            ///< the list in sight
    void foldLeft();             ///< where there is no room for three panes
    int rightNeeds() const;      ///< so that nothing in it is cut off
    void settlePanes();          ///< in proportion to the window, until the reporter moves them
    model::NoteTarget noteTarget() const;

    model::session::CaseSession &m_session;
    model::session::Inquiry m_loading;
    model::session::Inquiry m_refreshing;
    model::session::Inquiry m_recalling;
    model::session::Inquiry m_lookingForUnread;
    QSplitter *m_splitter = nullptr;
    QSplitter *m_middle = nullptr; ///< the page, and what is beside it
    QTabWidget *m_left = nullptr;
    QAction *m_showLeft = nullptr;
    QScrollArea *m_right = nullptr; ///< tags, suggestions and notes
    bool m_narrow = false;
    bool m_panesAreChosen = false; ///< by the reporter, now or in another case
    documents::DocumentPanel *m_documents = nullptr;
    search::HitPanel *m_hits = nullptr;
    page::ThumbnailPanel *m_thumbnails = nullptr;
    page::OutlinePanel *m_outline = nullptr;
    page::DocumentPane *m_pane = nullptr;
    page::PageBeside *m_beside = nullptr;
    QAction *m_keepBeside = nullptr;
    documents::OriginDrawer *m_origin = nullptr;
    QAction *m_showOrigin = nullptr;
    CopyComparison *m_comparison = nullptr;
    PageTagsPanel *m_panel = nullptr;
    findings::NoteEditor *m_note = nullptr;
    Tagging *m_tagging = nullptr;
    SuggestionPanel *m_suggestions = nullptr;
    SuggestionReview *m_suggestionReview = nullptr;
    DocumentFind *m_find = nullptr;
    PlaceMemory *m_places = nullptr;
    HitMarks *m_hitMarks = nullptr;
    static constexpr int leastTagsWidth = 230;
    QList<QAction *> m_viewActions;
    QByteArrayList m_passwords; ///< typed since the case was opened, the last first; never written anywhere
    bool m_documentsAreHere = false;
    bool m_noteOnDocument = false; ///< until another page or tag is turned to
};

} // namespace ui::review
