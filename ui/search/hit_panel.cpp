// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/hit_panel.h"

#include "model/session/search.h"
#include "ui/search/hit_delegate.h"
#include "ui/search/hit_list_model.h"
#include "ui/search/saved_search_list.h"
#include "ui/search/saved_search_model.h"

#include <QLabel>
#include <QListView>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::search {

using model::Result;
using model::SearchPage;
using model::session::CaseFile;

namespace {

constexpr qint64 hitsAtOnce = 50;

} // namespace

HitPanel::HitPanel(model::session::CaseSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new HitListModel(this))
    , m_saved(new SavedSearchModel(session, this))
{
    setObjectName(QStringLiteral("hitPanel"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    makeHits(column);
    column->addStretch(0);
    m_savedList = new SavedSearchList(*m_saved, this);
    column->addWidget(m_savedList);
    connect(m_savedList, &SavedSearchList::chosen, this, &HitPanel::savedChosen);
    search({});
}

void HitPanel::makeHits(QVBoxLayout *column)
{
    m_text = new QLabel(this);
    m_text->setObjectName(QStringLiteral("hitCount"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    column->addWidget(m_text);
    m_list = new QListView(this);
    m_list->setObjectName(QStringLiteral("hitList"));
    m_list->setAccessibleName(tr("Pages that were found"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new HitDelegate(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    column->addWidget(m_list, 1);
    const auto choose = [this](const QModelIndex &index) { Q_EMIT hitChosen(m_model->hit(index.row())); };
    connect(m_list, &QListView::clicked, this, choose);
    connect(m_list, &QListView::activated, this, choose);
    connect(m_model, &HitListModel::moreWanted, this, &HitPanel::ask);
}

bool HitPanel::saveSearch()
{
    if (m_query.isEmpty())
        return false;
    m_savedList->askName(m_query, m_model->page().total);
    return true;
}

void HitPanel::search(const QString &query)
{
    m_query = query.trimmed();
    m_inquiry.cancel();
    m_model->clear();
    m_list->hide();
    m_savedList->setSearch({}, 0);
    if (m_query.isEmpty()) {
        m_saved->count();
        m_text->setText(tr("Search all pages with the box at the top (Ctrl+K). Words, \"phrases\", AND, OR, NOT, NEAR, "
                           "prefix*, fuzzy~, and partner: permission: document: kind: stance: verdict: read:yes or "
                           "read:no narrow it down."));
        return;
    }
    if (const auto problem = model::session::checkQuery(m_query)) {
        m_text->setText(problem->sentence);
        Q_EMIT queryFaulty(problem->position, problem->sentence);
        return;
    }
    m_text->setText(tr("Searching."));
    ask(0);
}

void HitPanel::ask(qint64 skip)
{
    m_inquiry.ask<SearchPage>(
        m_session,
        [query = m_query, skip](const CaseFile &file) {
            return model::session::searchCase(file, query, skip, hitsAtOnce, model::SearchOrder::Quickest);
        },
        [this, skip](Result<SearchPage> answer) {
            if (!answer) {
                m_text->setText(answer.error().sentence);
                return;
            }
            if (skip == 0)
                m_model->setFirstPage(*std::move(answer));
            else
                m_model->addPage(*std::move(answer));
            tellCount();
            Q_EMIT queryAnswered();
        });
}

void HitPanel::tellCount()
{
    const model::SearchPage &page = m_model->page();
    QStringList lines;
    if (page.hits.empty())
        lines += tr("Nothing was found for “%1”.").arg(m_query);
    else if (!page.totalIsExact)
        lines += page.total == 1 ? tr("At least 1 page matches.") : tr("At least %1 pages match.").arg(page.total);
    else
        lines += page.total == 1 ? tr("1 page matches.") : tr("%1 pages match.").arg(page.total);
    lines += page.expansions;
    lines += page.remarks;
    m_text->setText(lines.join(QLatin1Char('\n')));
    m_list->setVisible(!page.hits.empty());
    m_savedList->setSearch(m_query, page.total);
    m_saved->setSeen(m_query, page.total);
}

void HitPanel::step(int direction)
{
    if (m_model->rowCount() == 0)
        return;
    const int now = m_list->currentIndex().isValid() ? m_list->currentIndex().row() : (direction > 0 ? -1 : 0);
    const int row = std::clamp(now + direction, 0, m_model->rowCount() - 1);
    m_list->setCurrentIndex(m_model->index(row));
    if (row == m_model->rowCount() - 1)
        m_model->fetchMore({});
    Q_EMIT hitChosen(m_model->hit(row));
}

void HitPanel::focusList()
{
    if (m_model->rowCount() == 0)
        return;
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model->index(0));
    m_list->setFocus(Qt::OtherFocusReason);
}

} // namespace ui::search
