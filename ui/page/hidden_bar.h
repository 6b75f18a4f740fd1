// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/page/page_view.h"

#include <QWidget>

class QCheckBox;
class QLabel;

namespace ui::page {

/// Above a page with words that whoever made the file hid: says so, and shows them where the reporter wants it. Gone
/// on all other pages.
class HiddenBar final : public QWidget {
    Q_OBJECT
public:
    explicit HiddenBar(PageView &view, QWidget *parent = nullptr);

    void follow(model::session::PageSource &source); ///< whose pages the view shows

private:
    void update();

    PageView &m_view;
    QLabel *m_warning = nullptr;
    QCheckBox *m_show = nullptr;
};

} // namespace ui::page
