// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/page/page_bar.h"

#include "ui/common/elided_line_edit.h"
#include "ui/common/key_words.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include <cmath>

namespace ui::page {

PageBar::PageBar(PageView &view, QWidget *parent)
    : FoldingRow(parent)
    , m_view(view)
{
    setObjectName(QStringLiteral("pageBar"));
    row()->setContentsMargins(8, 6, 8, 6);
    row()->setSpacing(6);
    m_list = new QToolButton(this);
    m_list->setObjectName(QStringLiteral("pageList"));
    m_list->setText(QStringLiteral("\u2630"));
    m_list->setAccessibleName(tr("Show the list at the left"));
    setKeyedToolTip(m_list, tr("Show the list at the left ({showDocuments})"));
    connect(m_list, &QToolButton::clicked, this, &PageBar::listWanted);
    add(m_list, 0);
    setWanted(m_list, false);
    m_title = new ElidedLineEdit(this);
    m_title->setObjectName(QStringLiteral("documentTitle"));
    m_title->setAccessibleName(tr("Title of the document"));
    m_title->setHint(tr("The title can be changed; an empty one brings the document's own back."));
    m_title->setFrame(false);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    QPalette quiet = m_title->palette();
    quiet.setColor(QPalette::Base, Qt::transparent);
    m_title->setPalette(quiet);
    m_title->setFocusPolicy(Qt::ClickFocus);
    m_title->setMinimumWidth(120);
    add(m_title, 0, 1);
    m_fonts = new QLabel(tr("Fonts missing"), this);
    m_fonts->setToolTip(
        tr("This page uses fonts that are neither in the document nor on this computer. It may have looked "
           "different to whoever made it."));
    add(m_fonts, 1);
    setWanted(m_fonts, false);
    m_read = new QCheckBox(tr("Seen"), this);
    m_read->setObjectName(QStringLiteral("pageRead"));
    m_read->setAccessibleName(tr("You have seen this page"));
    setKeyedToolTip(m_read, tr("Whether you have seen this page ({toggleRead}). Scrolling through it marks it too."));
    add(m_read, 2);
    m_number = new QLineEdit(this);
    m_number->setObjectName(QStringLiteral("pageNumber"));
    m_number->setAccessibleName(tr("Page number"));
    setKeyedToolTip(m_number,
                    tr("Type a page number, or the document's own name for the page, and press Enter ({goToPage})."));
    m_number->setAlignment(Qt::AlignRight);
    m_number->setFixedWidth(fontMetrics().horizontalAdvance(QStringLiteral("000000")) + 12);
    add(m_number, 0);
    m_count = new QLabel(this);
    m_count->setObjectName(QStringLiteral("pageCount"));
    add(m_count, 0);
    auto *smaller = button(QStringLiteral("zoomOut"), QStringLiteral("\u2212"), tr("Smaller ({zoomSmaller})"), 3);
    m_zoom = new QLabel(this);
    m_zoom->setObjectName(QStringLiteral("zoomText"));
    m_zoom->setAlignment(Qt::AlignCenter);
    m_zoom->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("0000 %")));
    add(m_zoom, 5);
    auto *larger = button(QStringLiteral("zoomIn"), QStringLiteral("+"), tr("Larger ({zoomLarger})"), 3);
    m_fitWidth = button(QStringLiteral("fitWidth"), tr("Width"), tr("Fit the width of the page ({zoomWidth})"), 4);
    m_fitPage = button(QStringLiteral("fitPage"), tr("Page"), tr("Fit the whole page ({zoomPage})"), 4);
    m_fitWidth->setCheckable(true);
    m_fitPage->setCheckable(true);

    connect(smaller, &QToolButton::clicked, &m_view, [this] { m_view.zoomBy(-1); });
    connect(larger, &QToolButton::clicked, &m_view, [this] { m_view.zoomBy(1); });
    connect(m_fitWidth, &QToolButton::clicked, &m_view, [this] { m_view.setFit(Fit::Width); });
    connect(m_fitPage, &QToolButton::clicked, &m_view, [this] { m_view.setFit(Fit::Page); });
    connect(m_read, &QCheckBox::clicked, this, &PageBar::readToggled);
    connect(m_number, &QLineEdit::returnPressed, this, &PageBar::goToTyped);
    connect(m_title, &QLineEdit::returnPressed, this, [this] { m_view.setFocus(); });
    connect(m_title, &QLineEdit::editingFinished, this, [this] {
        if (m_title->isModified())
            Q_EMIT titleEdited(m_title->text().simplified());
        m_title->setModified(false);
        m_title->setCursorPosition(0);
    });
    connect(&m_view, &PageView::currentPageChanged, this, &PageBar::showPage);
    connect(&m_view, &PageView::zoomChanged, this, [this](double zoom) {
        m_zoom->setText(tr("%1 %").arg(std::lround(zoom * 100)));
        m_fitWidth->setChecked(m_view.fit() == Fit::Width);
        m_fitPage->setChecked(m_view.fit() == Fit::Page);
    });
}

QToolButton *PageBar::button(const QString &name, const QString &text, const QString &tip, Rank rank)
{
    auto *made = new QToolButton(this);
    made->setObjectName(name);
    made->setText(text);
    new KeyedText(made, [made, tip](const KeyWords &keys) {
        made->setToolTip(keys.in(tip));
        made->setAccessibleName(keys.in(tip));
    });
    add(made, rank);
    return made;
}

void PageBar::setDocument(const QString &title, std::vector<model::PageFrame> frames)
{
    m_frames = std::move(frames);
    setTitle(title);
    m_count->setText(tr("of %1").arg(m_frames.size()));
    showPage(0);
}

void PageBar::setTitle(const QString &title)
{
    if (m_title->hasFocus() && m_title->isModified())
        return;
    m_title->setText(title);
    m_title->setCursorPosition(0);
}

void PageBar::setPageRead(bool read)
{
    m_read->setChecked(read);
}

void PageBar::setOffersList(bool offers)
{
    setWanted(m_list, offers);
}

void PageBar::focusPageNumber()
{
    m_number->setFocus(Qt::ShortcutFocusReason);
    m_number->selectAll();
}

void PageBar::showPage(int pageIndex)
{
    m_number->setText(QString::number(pageIndex + 1));
    const bool known = pageIndex >= 0 && pageIndex < static_cast<int>(m_frames.size());
    const QString label = known ? m_frames[static_cast<size_t>(pageIndex)].label : QString();
    m_count->setText(label.isEmpty() || label == QString::number(pageIndex + 1)
                         ? tr("of %1").arg(m_frames.size())
                         : tr("of %1 (“%2”)").arg(m_frames.size()).arg(label));
    setWanted(m_fonts, known && m_frames[static_cast<size_t>(pageIndex)].fontsSubstituted);
}

void PageBar::goToTyped()
{
    Q_EMIT pageTyped();
    const QString typed = m_number->text().simplified();
    bool isNumber = false;
    const int number = typed.toInt(&isNumber);
    if (isNumber && number >= 1 && number <= static_cast<int>(m_frames.size())) {
        m_view.goToPage(number - 1);
    } else {
        for (size_t i = 0; i < m_frames.size(); ++i) {
            if (m_frames[i].label.compare(typed, Qt::CaseInsensitive) == 0) {
                m_view.goToPage(static_cast<int>(i));
                break;
            }
        }
    }
    showPage(m_view.currentPage());
    m_view.setFocus();
}

} // namespace ui::page
