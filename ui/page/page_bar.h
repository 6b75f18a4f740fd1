// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/page_frame.h"
#include "ui/common/folding_row.h"
#include "ui/page/page_view.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace ui {
class ElidedLineEdit;
}

namespace ui::page {

/// Above the pages: the document's title, the page number (to type another), whether the page is read, and the zoom.
/// Where it is narrow, what the View menu has too goes first.
class PageBar final : public FoldingRow {
    Q_OBJECT
public:
    explicit PageBar(PageView &view, QWidget *parent = nullptr);

    void setDocument(const QString &title, std::vector<model::PageFrame> frames);
    void setTitle(const QString &title);
    void setPageRead(bool read);
    void setOffersList(bool offers); ///< a button that brings the list at the left back
    void focusPageNumber();

Q_SIGNALS:
    void listWanted(); ///< the one at the left, which is folded away
    void readToggled(bool read);
    void titleEdited(const QString &title);
    void pageTyped(); ///< before it is gone to

private:
    void showPage(int pageIndex);
    void goToTyped();
    QToolButton *button(const QString &name, const QString &text, const QString &tip, Rank rank);

    PageView &m_view;
    std::vector<model::PageFrame> m_frames;
    QToolButton *m_list = nullptr;
    ElidedLineEdit *m_title = nullptr;
    QLineEdit *m_number = nullptr;
    QLabel *m_count = nullptr;
    QLabel *m_fonts = nullptr;
    QCheckBox *m_read = nullptr;
    QLabel *m_zoom = nullptr;
    QToolButton *m_fitWidth = nullptr;
    QToolButton *m_fitPage = nullptr;
};

} // namespace ui::page
