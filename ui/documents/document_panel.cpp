// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/document_panel.h"

#include "model/session/copies.h"
#include "ui/common/key_words.h"
#include "ui/documents/coverage_bar.h"
#include "ui/documents/document_delegate.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QTreeView>
#include <QVBoxLayout>

#include <utility>

namespace ui::documents {

using model::Document;
using model::Result;
using model::session::CaseFile;
using model::session::CaseSession;

namespace {

constexpr int reloadAfterMs = 300;

struct Listing {
    std::vector<model::Bundle> bundles;
    std::vector<Document> documents;
    QHash<model::Sha256, model::Sha256> copies; ///< whose copy each is
};

Result<Listing> listing(const CaseFile &file)
{
    auto bundles = file.bundles();
    if (!bundles)
        return bundles.error();
    auto documents = file.documents();
    if (!documents)
        return documents.error();
    auto copies = copyOrigins(file);
    if (!copies)
        return copies.error();
    return Listing{*std::move(bundles), *std::move(documents), *std::move(copies)};
}

} // namespace

DocumentPanel::DocumentPanel(CaseSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new DocumentTreeModel(this))
{
    setObjectName(QStringLiteral("documentPanel"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    m_coverage = new CoverageBar(this);
    column->addWidget(m_coverage);
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(QStringLiteral("documentFilter"));
    m_filter->setAccessibleName(tr("Filter documents by title or file name"));
    m_filter->setPlaceholderText(tr("Filter by title or file"));
    m_filter->setClearButtonEnabled(true);
    column->addWidget(m_filter);
    m_state = new QComboBox(this);
    m_state->setObjectName(QStringLiteral("documentState"));
    m_state->setAccessibleName(tr("Which documents are listed"));
    m_state->addItems({tr("All documents"), tr("With pages you have not seen"), tr("That could not be read")});
    column->addWidget(m_state);
    m_hint = new QLabel(this);
    m_hint->setObjectName(QStringLiteral("documentHint"));
    m_hint->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(m_hint);
    m_tree = new QTreeView(this);
    m_tree->setObjectName(QStringLiteral("documentTree"));
    m_tree->setAccessibleName(tr("Documents"));
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new DocumentDelegate(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setIndentation(12);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setExpandsOnDoubleClick(true);
    m_tree->setMinimumHeight(48);
    column->addWidget(m_tree, 1);
    new KeyedText(m_hint, [this](const KeyWords &) { updateHint(); });
    column->addStretch(0);

    m_reloadSoon.setSingleShot(true);
    m_reloadSoon.setInterval(reloadAfterMs);
    connect(&m_reloadSoon, &QTimer::timeout, this, &DocumentPanel::reload);
    connect(m_filter, &QLineEdit::textChanged, this, &DocumentPanel::applyFilter);
    m_filter->installEventFilter(this);
    connect(m_filter, &QLineEdit::returnPressed, this, &DocumentPanel::openFirst);
    connect(m_state, &QComboBox::currentIndexChanged, this, &DocumentPanel::applyFilter);
    const auto choose = [this](const QModelIndex &index) {
        if (const Document *document = m_model->document(index))
            Q_EMIT documentChosen(document->sha256);
    };
    connect(m_tree, &QTreeView::clicked, this, choose);
    connect(m_tree, &QTreeView::activated, this, choose);
    connect(&session, &CaseSession::changed, this, [this](const model::session::ChangeSet &changes) {
        if (changes.documentList) {
            if (!m_reloadSoon.isActive())
                m_reloadSoon.start();
            return;
        }
        QSet<model::Sha256> some = changes.documents;
        for (const model::Sha256 &sha : changes.suggestions) {
            if (!m_model->isReadByModel(sha))
                some.insert(sha);
        }
        if (!some.isEmpty())
            updateSome(some);
    });
    m_hint->setText(tr("Loading the list of documents."));
    reload();
}

void DocumentPanel::reload()
{
    m_listInquiry.ask<Listing>(m_session, listing, [this](Result<Listing> answer) {
        if (!answer) {
            m_hint->setText(answer.error().sentence);
            m_hint->show();
            return;
        }
        rearrange([&] {
            m_model->setDocuments(std::move(answer->bundles), std::move(answer->documents));
            m_model->setCopies(std::move(answer->copies));
        });
        updateCoverage();
        Q_EMIT documentsLoaded();
    });
}

void DocumentPanel::updateSome(const QSet<model::Sha256> &documents)
{
    m_stale.unite(documents);
    if (m_someInquiry.isWaiting())
        return; // asked for when the answer is here
    using Some = std::vector<Document>;
    m_someInquiry.ask<Some>(
        m_session,
        [some = std::exchange(m_stale, {})](const CaseFile &file) -> Result<Some> {
            Some found;
            for (const model::Sha256 &sha : some) {
                auto document = file.document(sha);
                if (!document)
                    return document.error();
                found.push_back(*std::move(document));
            }
            return found;
        },
        [this](const Result<Some> &answer) {
            for (size_t i = 0; answer && i < answer->size(); ++i)
                m_model->updateDocument((*answer)[i]);
            updateCoverage();
            if (!m_stale.isEmpty())
                updateSome({});
        });
}

void DocumentPanel::applyFilter()
{
    rearrange([this] { m_model->setFilter(m_filter->text(), static_cast<StateFilter>(m_state->currentIndex())); });
}

void DocumentPanel::rearrange(const std::function<void()> &change)
{
    const int scrolled = m_tree->verticalScrollBar()->value();
    QSet<qint64> folded;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex bundle = m_model->index(row, 0);
        if (!m_tree->isExpanded(bundle))
            folded.insert(bundle.data(DocumentTreeModel::BundleRole).toLongLong());
    }
    change();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex bundle = m_model->index(row, 0);
        m_tree->setExpanded(bundle, !folded.contains(bundle.data(DocumentTreeModel::BundleRole).toLongLong()));
    }
    if (m_current)
        m_tree->setCurrentIndex(m_model->indexOf(*m_current));
    updateHint();
    m_tree->doItemsLayout();
    m_tree->verticalScrollBar()->setValue(scrolled);
}

void DocumentPanel::updateHint()
{
    const bool none = m_model->documentCount() == 0;
    m_hint->setVisible(m_model->shownCount() == 0);
    m_hint->setText(none ? withKeys(*this, tr("No documents yet. Drop files or folders onto the window, or import them "
                                              "with {importFiles}."))
                         : tr("No document passes the filter."));
    m_tree->setVisible(m_model->shownCount() > 0);
}

void DocumentPanel::updateCoverage()
{
    m_coverage->setCoverage(m_model->coverageOfAll());
}

void DocumentPanel::setCurrent(const std::optional<model::Sha256> &document)
{
    m_current = document;
    const QModelIndex index = document ? m_model->indexOf(*document) : QModelIndex();
    if (index != m_tree->currentIndex())
        m_tree->setCurrentIndex(index);
}

void DocumentPanel::showRefused()
{
    m_filter->clear();
    m_state->setCurrentIndex(static_cast<int>(StateFilter::Refused));
}

void DocumentPanel::showNew(QSet<model::Sha256> documents)
{
    const int place = static_cast<int>(StateFilter::New);
    if (m_state->count() <= place)
        m_state->addItem(tr("New since your last visit"));
    m_filter->clear();
    m_state->setCurrentIndex(place);
    rearrange([&] { m_model->setNewDocuments(std::move(documents)); });
    m_tree->setFocus();
}

void DocumentPanel::enterList()
{
    if (m_model->shownCount() == 0)
        return;
    if (!m_model->document(m_tree->currentIndex()))
        m_tree->setCurrentIndex(m_model->index(0, 0, m_model->index(0, 0)));
    m_tree->setFocus(Qt::OtherFocusReason);
}

void DocumentPanel::openFirst()
{
    // Without a filter the first is no more meant than any other.
    if (m_filter->text().trimmed().isEmpty()) {
        enterList();
        return;
    }
    const QModelIndex first = m_model->index(0, 0, m_model->index(0, 0));
    const Document *document = first.isValid() ? m_model->document(first) : nullptr;
    if (!document)
        return;
    m_tree->setCurrentIndex(first);
    Q_EMIT documentChosen(model::Sha256(document->sha256));
}

bool DocumentPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_filter && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down) {
        enterList();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void DocumentPanel::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

} // namespace ui::documents
