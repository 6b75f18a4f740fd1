// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "ui/page/page_painter.h"
#include "ui/page/page_place.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QSet>

#include <memory>

namespace ui::page {

class Magnifier;

/// The pages of one document: scrolled, zoomed, turned, laid out, selected by mouse and keyboard, with what is
/// tagged painted on them. Knows nothing of the case: it is told what to show and says what the reporter did.
class PageView final : public QAbstractScrollArea {
    Q_OBJECT
public:
    enum class MenuOn { Words, Tag, Suggestion, Nothing }; ///< what a context menu is asked for

    explicit PageView(QWidget *parent = nullptr);
    ~PageView() override;

    /// Shows another document; takes the source. `source` may be null: then nothing is shown.
    void showDocument(const model::Sha256 &document, std::vector<model::PageFrame> frames,
                      std::unique_ptr<model::session::PageSource> source);
    void setTags(std::vector<model::Tag> tags);
    void setSelectedTag(const std::optional<model::TagId> &tag);
    /// Drawn hollow, with what each says under the mouse.
    void setSuggestions(std::vector<model::TagSuggestion> suggestions);
    void setSuggestionTips(QHash<model::SuggestionId, QString> tips);
    /// Those that the chosen suggestion rests on are drawn stronger.
    void setStrongSuggestions(QSet<model::SuggestionId> suggestions);
    void setHits(QHash<int, std::vector<model::TextRange>> hits);
    void setFound(QHash<int, std::vector<model::TextRange>> found);
    void setFoundNow(const std::optional<model::PageRange> &place); ///< drawn stronger than the others

    const std::vector<model::Tag> &tags() const { return m_scene.tags; }
    const std::vector<model::TagSuggestion> &suggestions() const { return m_scene.suggestions; }
    const QHash<int, std::vector<model::TextRange>> &hits() const { return m_scene.hits; }
    int currentPage() const { return m_currentPage; } ///< from 0
    int pageCount() const { return m_scene.geometry.pageCount(); }
    double zoom() const { return m_scene.zoom; }
    Fit fit() const { return m_fit; }
    const PageArrangement &arrangement() const { return m_arrangement; }
    /// The text of a page is another now, from OCR: reads it again.
    void readTextAgain(int pageIndex);
    model::session::PageSource *source() const { return m_source.get(); }
    const std::optional<TextSelection> &selection() const { return m_scene.selection; }

    void setFit(Fit fit);
    void setZoom(double zoom);                               ///< about the middle of the view
    void zoomBy(int steps);                                  ///< of a tenth each, up or down
    void setArrangement(const PageArrangement &arrangement); ///< the page in view stays in view
    void goToPage(int pageIndex);
    void setColours(model::session::PaperColours colours);
    void setHiddenShown(bool shown); ///< the words that whoever made the file hid; until another document comes
    model::session::PaperColours colours() const { return m_scene.colours; }
    bool hasMagnifier() const;
    PagePlace place() const;
    void goToPlace(const PagePlace &place); ///< as far as the document has it
    /// Scrolls to the passage and frames it until the reporter does something else.
    void goToPassage(const model::Passage &passage);
    void takeFrameAway();
    void goToRange(int pageIndex, const model::TextRange &range);

    enum class Boundary { Start, End };
    /// The passage with its beginning or end moved by a word, later (1) or sooner (-1); nothing where no words would be
    /// left, where the document ends, or while its page is being read.
    std::optional<model::Passage> withBoundaryMoved(const model::Passage &passage, Boundary boundary,
                                                    int direction) const;
    bool hasSelection() const { return m_scene.selection && !m_scene.selection->isEmpty(); }
    /// What is selected, without white space at its ends. Nothing selected, or over more than one page break: an Error
    /// with the sentence that says so.
    model::Result<model::Passage> selectedPassage() const;
    QString selectedText() const;
    void clearSelection();
    void selectRange(const model::PageRange &range);
    /// Where a box about a passage may stand: below its last line, in the viewport's coordinates.
    QPoint placeBelow(const model::Passage &passage) const;

public Q_SLOTS:
    void copySelection();
    void toggleMagnifier(); ///< at the caret, else at the mouse, else in the middle
    void toggleCaret();     ///< arrows move a caret instead of scrolling
    void retryPages();      ///< those in view that could not be read

Q_SIGNALS:
    void currentPageChanged(int pageIndex);
    void zoomChanged(double zoom);
    void arrangementChanged();
    void coloursChanged();
    void magnifierToggled(bool shown);
    void tagsChanged();
    void suggestionsChanged();
    void placeChanged(); ///< scrolled, zoomed or laid out otherwise
    void selectionChanged();
    void tagClicked(const model::TagId &tag);
    void suggestionClicked(const model::SuggestionId &suggestion);
    void pageSeen(int pageIndex); ///< scrolled through to its end, at a reader's pace
    /// Right click or the Menu key, at a place of the screen; what was under the mouse is chosen by then.
    void menuRequested(ui::page::PageView::MenuOn on, const QPoint &place);
    void entered();   ///< Enter
    void cancelled(); ///< Escape with nothing to leave here

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    // page_view.cpp: what is shown
    QPointF scrollOffset() const;
    void arrange(); ///< geometry and scroll bars from zoom and viewport
    void ensureVisible(const QRectF &content);
    void goToPending();
    void updateWanted();
    void updateCurrentPage();
    const model::PageLayout *layout(int pageIndex) const;
    // page_view_place.cpp: how large and where
    void rearrange(double zoom, const QPointF &fixedContent, const QPointF &fixedViewport);
    void makeCurrent(int pageIndex);
    void keepCurrent(int pageIndex); ///< as long as it is in view
    // page_view_lens.cpp
    double lensZoom() const;
    void moveLens(const QPointF &viewport);
    void lensToCaret();
    QRectF underLens() const; ///< what of the content is seen in it
    void paintLens(QPainter &painter);
    QColor deskColour() const; ///< around the pages
    // page_view_passage.cpp: words of the document and what is selected of them
    model::Result<model::Passage> passageOf(const TextSelection &selection) const; ///< without white space at its ends
    TextPosition beforeMarks(const TextPosition &from, TextPosition end) const;
    QRectF areaOf(const model::Passage &passage) const;
    QPoint placeOfMenu() const; ///< below what is selected, else below the chosen tag or suggestion
    // page_view_input.cpp: what the reporter does
    enum class Grain { Letter, Word, Sentence };
    std::optional<TextPosition> positionAt(const QPointF &viewport) const;
    bool isSelectedAt(const QPointF &viewport) const;
    std::optional<model::TagId> tagAt(const QPointF &viewport) const;
    const model::TagSuggestion *suggestionAt(const QPointF &viewport) const;
    void select(const TextSelection &selection);
    void beginDrag(const QPointF &viewport, const TextSelection &from, Grain grain);
    void dragTo(const TextPosition &at, Qt::KeyboardModifiers modifiers);
    TextSelection grown(const TextPosition &at, Grain grain) const; ///< to the word or sentence around it
    bool moveCaret(QKeyEvent *event);
    std::optional<TextPosition> caretStart() const; ///< where the reporter was led, else the top of what is in view
    void beginCaret();
    void scrollByKey(int key);
    void autoScroll();

    model::Sha256 m_document;
    std::unique_ptr<model::session::PageSource> m_source;
    PageScene m_scene;
    Fit m_fit = Fit::Width;
    PageArrangement m_arrangement;
    int m_currentPage = 0;
    QHash<model::SuggestionId, QString> m_suggestionTips;
    std::optional<model::PageRange> m_pending; ///< where to go once that page's text is here
    std::optional<PagePlace> m_restored;       ///< until it was seen once: the view may get its size only now
    std::optional<TextPosition> m_ledTo;       ///< the beginning of the passage, tag or hit gone to last
    Magnifier *m_lens = nullptr;               ///< null until it was wanted once
    QPointF m_lensAt;                          ///< the point it enlarges, in viewport coordinates
    bool m_caretMode = false;
    bool m_dragging = false;
    bool m_hasLeft = false;                   ///< the mouse is on its way: this is no click
    TextSelection m_dragBegan;                ///< what the press selected
    Grain m_grain = Grain::Letter;            ///< what the press, or the click before it, selects as a whole
    std::optional<quint64> m_doubleClickedMs; ///< by the clock of events; nothing once another button press followed
    QPointF m_pressed;                        ///< viewport coordinates
    QBasicTimer m_autoScroll;
    QBasicTimer m_reading; ///< runs while the same pages stay in view
    QSet<int> m_begun;     ///< pages whose beginning was in view
    QSet<int> m_seen;
};

} // namespace ui::page
