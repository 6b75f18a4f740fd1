// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/page_source.h"

#include <QPointer>
#include <QWidget>

class QListView;

namespace ui::page {

class DocumentPane;
class ThumbnailModel;

/// The pages of the document in view as small pictures, each with what it carries. Only those in sight are drawn; their
/// pictures stay in memory and go with the document.
class ThumbnailPanel final : public QWidget {
    Q_OBJECT
public:
    explicit ThumbnailPanel(DocumentPane &pane, QWidget *parent = nullptr);

    void takeFocus();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    class Delegate;
    void showDocument();
    void showCurrent(int pageIndex);
    void arrange(); ///< cells as high as the highest page needs them
    void updateWanted();
    model::session::PageTile tileOf(int pageIndex) const; ///< all of the page, small

    DocumentPane &m_pane;
    ThumbnailModel *m_model = nullptr;
    QListView *m_list = nullptr;
    int m_pictureHeight = 0; ///< of the highest
    QPointer<model::session::PageSource> m_source;
};

} // namespace ui::page
