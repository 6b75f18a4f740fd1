// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/blank_list.h"

#include "ui/search/hit_delegate.h"
#include "ui/search/hit_list_model.h"

#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QVBoxLayout>

namespace ui::matrix {
namespace {

QString countOf(const model::session::KnownBlank &blank)
{
    if (blank.pages == 0)
        return BlankList::tr("No page that was taken in names both.");
    const QLocale locale;
    const QString naming = blank.pages == 1
                               ? BlankList::tr("1 page names both")
                               : BlankList::tr("%Ln pages name both", nullptr, static_cast<int>(blank.pages));
    const QString read = blank.unread == 0 ? BlankList::tr("you have seen all of it")
                                           : BlankList::tr("%Ln not seen yet", nullptr, static_cast<int>(blank.unread));
    const auto listed = static_cast<qint64>(blank.first.size());
    return listed == blank.pages
               ? BlankList::tr("%1; %2.").arg(naming, read)
               : BlankList::tr("%1; %2. The first %3 are listed.").arg(naming, read, locale.toString(listed));
}

QString sentenceOf(const model::session::KnownBlank &blank)
{
    QString sentence = countOf(blank);
    for (const QString &name : blank.wordless)
        sentence += u' ' + BlankList::tr("“%1” has no word that could be looked for in the text; only tags and "
                                         "suggestions of it count.")
                               .arg(name);
    return sentence;
}

} // namespace

BlankList::BlankList(QWidget *parent)
    : QWidget(parent)
    , m_model(new search::HitListModel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_text = new QLabel(this);
    m_text->setObjectName(QStringLiteral("blankText"));
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeft); // alone where there is no page to list
    column->addWidget(m_text);
    m_list = new QListView(this);
    m_list->setObjectName(QStringLiteral("blankList"));
    m_list->setAccessibleName(tr("Pages that name both the partner and the permission"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new search::HitDelegate(m_list));
    m_list->setResizeMode(QListView::Adjust);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setMinimumHeight(48);
    column->addWidget(m_list, 1);
    connect(m_list, &QListView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT hitChosen(m_model->hit(index.row())); });
    hide();
}

void BlankList::showBlank(model::session::KnownBlank blank)
{
    m_text->setText(sentenceOf(blank));
    model::SearchPage page;
    QStringList remarks;
    page.total = static_cast<qint64>(blank.first.size());
    for (model::session::NamingPage &naming : blank.first) {
        remarks += naming.isRead ? tr("seen") : tr("not seen yet");
        page.hits.push_back(std::move(naming.hit));
    }
    m_list->setVisible(!page.hits.empty());
    m_model->setFirstPage(std::move(page), remarks);
    show();
}

void BlankList::clear()
{
    hide();
    m_model->clear();
}

const model::SearchHit *BlankList::first() const
{
    return m_model->rowCount() > 0 ? &m_model->hit(0) : nullptr;
}

bool BlankList::focusList()
{
    if (m_model->rowCount() == 0)
        return false;
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model->index(0));
    m_list->setFocus(Qt::OtherFocusReason);
    return true;
}

} // namespace ui::matrix
