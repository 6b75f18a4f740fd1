// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/hidden_bar.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>

namespace ui::page {

HiddenBar::HiddenBar(PageView &view, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
{
    setObjectName(QStringLiteral("hiddenBar"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 8, 4);
    m_warning = new QLabel(this);
    m_warning->setObjectName(QStringLiteral("hiddenWarning"));
    m_warning->setTextFormat(Qt::PlainText);
    m_warning->setWordWrap(true);
    row->addWidget(m_warning, 1);
    m_show = new QCheckBox(tr("Show the hidden &words"), this);
    m_show->setObjectName(QStringLiteral("showHidden"));
    row->addWidget(m_show);
    connect(m_show, &QCheckBox::toggled, &m_view, &PageView::setHiddenShown);
    connect(&m_view, &PageView::currentPageChanged, this, &HiddenBar::update);
    hide();
}

void HiddenBar::follow(model::session::PageSource &source)
{
    m_show->setChecked(false);
    hide();
    connect(&source, &model::session::PageSource::layoutArrived, this, &HiddenBar::update);
}

void HiddenBar::update()
{
    const model::session::PageSource *source = m_view.source();
    const model::PageLayout *layout = source ? source->layout(m_view.currentPage()) : nullptr;
    const int count = layout ? static_cast<int>(layout->text.hidden.size()) : 0;
    if (count > 0)
        m_warning->setText(count == 1
                               ? tr("1 passage of this page was hidden by whoever made this file.")
                               : tr("%n passages of this page were hidden by whoever made this file.", nullptr, count));
    setVisible(count > 0);
}

} // namespace ui::page
