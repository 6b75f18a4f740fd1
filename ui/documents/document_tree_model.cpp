// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/document_tree_model.h"

#include "ui/common/words.h"
#include "ui/documents/coverage_mark.h"

#include <QFont>

#include <algorithm>

namespace ui::documents {
namespace {

using model::Document;
using model::DocumentState;

constexpr quintptr topLevel = 0; // internal id of a bundle; of a document: its group's row + 1

QString keyOf(const Document &document)
{
    return (document.title + QLatin1Char('\n') + document.file).toCaseFolded();
}

} // namespace

DocumentTreeModel::DocumentTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
{
}

void DocumentTreeModel::setDocuments(std::vector<model::Bundle> bundles, std::vector<Document> documents)
{
    beginResetModel();
    m_bundles = std::move(bundles);
    m_documents = std::move(documents);
    m_keys.clear();
    m_places.clear();
    for (size_t i = 0; i < m_documents.size(); ++i) {
        m_keys.push_back(keyOf(m_documents[i]));
        m_places.insert(m_documents[i].sha256, i);
    }
    arrange();
    endResetModel();
}

void DocumentTreeModel::setCopies(QHash<model::Sha256, model::Sha256> origins)
{
    m_copies = std::move(origins);
    for (int row = 0; row < rowCount(); ++row) {
        const QModelIndex bundle = index(row, 0);
        Q_EMIT dataChanged(index(0, 0, bundle), index(rowCount(bundle) - 1, 0, bundle));
    }
}

QString DocumentTreeModel::copyText(const Document &document) const
{
    const auto origin = m_copies.constFind(document.sha256);
    if (origin == m_copies.constEnd())
        return {};
    const auto place = m_places.constFind(*origin);
    return place == m_places.constEnd() ? tr("copy") : tr("copy of %1").arg(m_documents[*place].title);
}

void DocumentTreeModel::updateDocument(const Document &document)
{
    const auto place = m_places.constFind(document.sha256);
    if (place == m_places.constEnd())
        return;
    m_documents[*place] = document;
    m_keys[*place] = keyOf(document);
    const QModelIndex shown = indexOf(document.sha256);
    if (!shown.isValid())
        return;
    Q_EMIT dataChanged(shown, shown);
    Q_EMIT dataChanged(shown.parent(), shown.parent());
}

void DocumentTreeModel::setFilter(const QString &text, StateFilter state)
{
    const QString key = text.simplified().toCaseFolded();
    if (key == m_filterKey && state == m_filterState)
        return;
    beginResetModel();
    m_filterKey = key;
    m_filterState = state;
    arrange();
    endResetModel();
}

void DocumentTreeModel::setNewDocuments(QSet<model::Sha256> documents)
{
    beginResetModel();
    m_new = std::move(documents);
    arrange();
    endResetModel();
}

bool DocumentTreeModel::passes(size_t place) const
{
    const Document &document = m_documents[place];
    // One that waits for something that is not installed is no nearer to being read.
    const bool refused = document.state == DocumentState::Refused || document.reason != model::RefusalReason::None;
    if (m_filterState == StateFilter::Refused && !refused)
        return false;
    if (m_filterState == StateFilter::New && !m_new.contains(document.sha256))
        return false;
    if (m_filterState == StateFilter::Unfinished &&
        (refused || (document.state == DocumentState::Read && document.pagesReadByReporter >= document.pageCount)))
        return false;
    return m_filterKey.isEmpty() || m_keys[place].contains(m_filterKey);
}

void DocumentTreeModel::arrange()
{
    m_groups.clear();
    m_shownCount = 0;
    QHash<qint64, size_t> groupOfBundle;
    for (size_t i = 0; i < m_bundles.size(); ++i) {
        groupOfBundle.insert(m_bundles[i].id, m_groups.size());
        m_groups.push_back({i, {}});
    }
    for (size_t i = 0; i < m_documents.size(); ++i) {
        const auto group = groupOfBundle.constFind(m_documents[i].bundle);
        if (group == groupOfBundle.constEnd() || !passes(i))
            continue;
        m_groups[*group].shown.push_back(i);
        ++m_shownCount;
    }
    std::erase_if(m_groups, [](const Group &group) { return group.shown.empty(); });
}

const Document *DocumentTreeModel::document(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == topLevel)
        return nullptr;
    return &m_documents[m_groups[index.internalId() - 1].shown[static_cast<size_t>(index.row())]];
}

model::Coverage DocumentTreeModel::coverage(const QModelIndex &index) const
{
    if (const Document *shown = document(index))
        return coverageOf(*shown);
    model::Coverage sum;
    if (index.isValid()) {
        for (const size_t place : m_groups[static_cast<size_t>(index.row())].shown)
            sum += coverageOf(m_documents[place]);
    }
    return sum;
}

model::Coverage DocumentTreeModel::coverageOfAll() const
{
    model::Coverage sum;
    for (const Document &document : m_documents)
        sum += coverageOf(document);
    return sum;
}

bool DocumentTreeModel::isReadByModel(const model::Sha256 &sha) const
{
    const auto place = m_places.constFind(sha);
    return place != m_places.constEnd() && m_documents[*place].isReadByModel;
}

QModelIndex DocumentTreeModel::indexOf(const model::Sha256 &sha) const
{
    const auto place = m_places.constFind(sha);
    if (place == m_places.constEnd())
        return {};
    for (size_t row = 0; row < m_groups.size(); ++row) {
        const Group &group = m_groups[row];
        if (m_bundles[group.bundle].id != m_documents[*place].bundle)
            continue;
        const auto found = std::lower_bound(group.shown.begin(), group.shown.end(), *place);
        if (found != group.shown.end() && *found == *place)
            return createIndex(static_cast<int>(found - group.shown.begin()), 0, row + 1);
    }
    return {};
}

QModelIndex DocumentTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : topLevel);
}

QModelIndex DocumentTreeModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == topLevel)
        return {};
    return createIndex(static_cast<int>(index.internalId() - 1), 0, topLevel);
}

int DocumentTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    if (parent.internalId() != topLevel || parent.column() != 0)
        return 0;
    return static_cast<int>(m_groups[static_cast<size_t>(parent.row())].shown.size());
}

int DocumentTreeModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QString DocumentTreeModel::bundleText(const Group &group) const
{
    qint64 pages = 0;
    qint64 read = 0;
    for (const size_t place : group.shown) {
        pages += m_documents[place].pageCount;
        read += m_documents[place].pagesReadByReporter;
    }
    return pages == 0 ? QString() : tr("%1 % seen").arg(100 * read / pages);
}

QVariant DocumentTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Document *shown = document(index);
    if (!shown) {
        const Group &group = m_groups[static_cast<size_t>(index.row())];
        switch (role) {
        case Qt::DisplayRole:
            return m_bundles[group.bundle].label;
        case Qt::ToolTipRole:
            return tr("%1\n%2", "bundle, its coverage")
                .arg(m_bundles[group.bundle].label, coverageSentence(coverage(index)));
        case StateRole:
            return bundleText(group);
        case BundleRole:
            return m_bundles[group.bundle].id;
        case Qt::AccessibleTextRole:
            return group.shown.size() == 1
                       ? tr("Bundle %1, 1 document").arg(m_bundles[group.bundle].label)
                       : tr("Bundle %1, %Ln documents", nullptr, static_cast<int>(group.shown.size()))
                             .arg(m_bundles[group.bundle].label);
        case Qt::FontRole: {
            QFont bold;
            bold.setBold(true);
            return bold;
        }
        default:
            return {};
        }
    }
    switch (role) {
    case Qt::DisplayRole:
        return shown->title;
    case Qt::ToolTipRole: {
        // The whole title first: the list may have cut it.
        const QString tip =
            tr("%1\n%2, document %3\n%4")
                .arg(shown->title, shown->file, QString::number(shown->number),
                     shown->reasonText.isEmpty() ? coverageSentence(coverageOf(*shown)) : shown->reasonText);
        const QString copy = copyText(*shown);
        return copy.isEmpty() ? tip : tr("%1\n%2", "what is told of a document, whose copy it is").arg(tip, copy);
    }
    case Qt::AccessibleTextRole:
        return shown->state == DocumentState::Read
                   ? tr("%1, %2").arg(shown->title, coverageSentence(coverageOf(*shown)))
                   : tr("%1, %2").arg(shown->title, stateText(*shown));
    case StateRole: {
        const QString state = shown->hiddenPassages == 0
                                  ? stateText(*shown)
                                  : tr("%1, %2 hidden").arg(stateText(*shown)).arg(shown->hiddenPassages);
        const QString copy = copyText(*shown);
        return copy.isEmpty() ? state : tr("%1 · %2", "state, whose copy").arg(state, copy);
    }
    default:
        return {};
    }
}

} // namespace ui::documents
