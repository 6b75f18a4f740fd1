// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/batch_panel.h"

#include "ui/common/elided_lines.h"
#include "ui/common/key_words.h"
#include "ui/common/words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>

namespace ui::review {

using model::LinkSuggestion;
using model::QueuedSuggestion;
using model::Stance;
using model::SuggestionId;
using model::TagSuggestion;
using model::session::Batch;
using model::session::Correction;

namespace {

constexpr int wordLines = 4;
constexpr double ratherRight = 0.55;
constexpr std::array stanceKeys = {Qt::Key_S, Qt::Key_D, Qt::Key_E, Qt::Key_P, Qt::Key_C}; ///< in the order of stances

} // namespace

QString partnerSuggested(const QueuedSuggestion &suggestion)
{
    if (const auto *link = std::get_if<LinkSuggestion>(&suggestion))
        return link->partner;
    const auto &tag = std::get<TagSuggestion>(suggestion);
    return tag.kind == model::TagKind::Partner ? tag.name : QString();
}

BatchPanel::BatchPanel(QWidget *parent)
    : QFrame(parent)
{
    setObjectName(QStringLiteral("batchPanel"));
    setAccessibleName(tr("Decide several suggestions at once"));
    setFrameShape(QFrame::StyledPanel);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    m_title = new QLabel(this);
    m_title->setObjectName(QStringLiteral("batchTitle"));
    m_title->setWordWrap(true);
    column->addWidget(m_title);
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("batchList"));
    m_list->setAccessibleName(tr("What would be decided; a digit ticks the suggestion of that number"));
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMinimumHeight(240);
    m_list->setSpacing(1);
    m_list->installEventFilter(this);
    column->addWidget(m_list, 1);
    // The words of the chosen one; their room is there before they are, so that nothing moves from one to the next.
    m_words = new QLabel(this);
    m_words->setObjectName(QStringLiteral("batchWords"));
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_words->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_words->setFixedHeight(wordLines * fontMetrics().lineSpacing());
    column->addWidget(m_words);
    auto *buttons = new QHBoxLayout;
    m_decide = new QPushButton(this);
    m_decide->setObjectName(QStringLiteral("batchDecide"));
    buttons->addWidget(m_decide, 1);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("batchCancel"));
    buttons->addWidget(cancel);
    column->addLayout(buttons);
    auto *hint = new QLabel(this);
    hint->setObjectName(QStringLiteral("batchHint"));
    new KeyedText(hint, [hint](const KeyWords &keys) {
        hint->setText(
            keys.in(tr("Enter decides, a digit ticks or not. S, D, E, P, C: supports, denies, ended, planned, "
                       "context. {batchPartner} names another partner, {batchPermission} another permission, "
                       "{linkSuggested} links to a further finding, {takeBackBatch} takes back, Esc leaves.")));
    });
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(hint);
    hide();
    connect(m_decide, &QPushButton::clicked, this, [this] { Q_EMIT decided(batch()); });
    connect(cancel, &QPushButton::clicked, this, &BatchPanel::close);
    connect(m_list, &QListWidget::itemChanged, this, &BatchPanel::updateButton);
    connect(m_list, &QListWidget::currentRowChanged, this, [this] {
        const auto *now = chosen();
        m_words->setText(now ? elidedLines(wordsOf(*now), m_words->font(), m_words->width(), wordLines).join(u'\n')
                             : QString());
        if (now)
            Q_EMIT suggestionChosen(*now);
    });
}

void BatchPanel::open(std::vector<QueuedSuggestion> suggestions, const QHash<model::Sha256, QString> &titles, int row)
{
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        m_suggestions = std::move(suggestions);
        m_corrections.assign(m_suggestions.size(), Correction());
        m_titles = titles;
        for (int i = 0; i < static_cast<int>(m_suggestions.size()); ++i) {
            const QueuedSuggestion &one = m_suggestions[static_cast<size_t>(i)];
            auto *item = new QListWidgetItem(textOf(i), m_list);
            item->setToolTip(wordsOf(one));
            item->setData(Qt::AccessibleDescriptionRole, wordsOf(one));
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
            item->setCheckState(scoreOf(one) >= ratherRight ? Qt::Checked : Qt::Unchecked);
        }
    }
    m_named.clear();
    setWaiting(false);
    show();
    m_list->setFocus(Qt::OtherFocusReason);
    m_list->setCurrentRow(row);
    updateButton();
}

void BatchPanel::wait()
{
    // What is disabled while it has the focus hands it on to no good place.
    setFocus(Qt::OtherFocusReason);
    setWaiting(true);
}

void BatchPanel::resume()
{
    const bool hadFocus = hasFocusInside();
    setWaiting(false);
    if (hadFocus)
        takeFocus();
}

void BatchPanel::setWaiting(bool waiting)
{
    m_isWaiting = waiting;
    m_list->setEnabled(!waiting);
    m_decide->setEnabled(!waiting);
    m_title->setText(waiting ? tr("These are being decided. The next are shown in a moment.")
                             : tr("These are decided in one step. What is not ticked is rejected."));
}

void BatchPanel::takeFocus()
{
    if (m_isWaiting)
        setFocus(Qt::OtherFocusReason);
    else
        m_list->setFocus(Qt::OtherFocusReason);
}

bool BatchPanel::hasFocusInside() const
{
    const QWidget *focus = window()->focusWidget();
    return focus == this || (focus && isAncestorOf(focus));
}

void BatchPanel::close()
{
    if (isHidden())
        return;
    setWaiting(false);
    Q_EMIT closed();
    hide();
    m_suggestions.clear();
}

const QueuedSuggestion *BatchPanel::chosen() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < static_cast<int>(m_suggestions.size()) && !m_isWaiting
               ? &m_suggestions[static_cast<size_t>(row)]
               : nullptr;
}

bool BatchPanel::isTicked(const SuggestionId &id) const
{
    for (int row = 0; row < static_cast<int>(m_suggestions.size()); ++row) {
        if (idOf(m_suggestions[static_cast<size_t>(row)]) == id)
            return m_list->item(row)->checkState() == Qt::Checked;
    }
    return false;
}

void BatchPanel::correct(const SuggestionId &id, const Correction &said)
{
    for (int row = 0; row < static_cast<int>(m_suggestions.size()); ++row) {
        if (!(idOf(m_suggestions[static_cast<size_t>(row)]) == id))
            continue;
        Correction &correction = m_corrections[static_cast<size_t>(row)];
        if (said.stance)
            correction.stance = said.stance;
        if (!said.name.isEmpty()) {
            correction.name = said.name;
            m_named.insert(id);
        }
        if (!said.permission.isEmpty())
            correction.permission = said.permission;
        m_list->item(row)->setCheckState(Qt::Checked);
        m_list->item(row)->setText(textOf(row));
    }
}

void BatchPanel::renamePartner(const QString &suggested, const QString &name)
{
    for (int row = 0; row < static_cast<int>(m_suggestions.size()); ++row) {
        const QueuedSuggestion &one = m_suggestions[static_cast<size_t>(row)];
        const QString partner = partnerSuggested(one);
        if (partner.isEmpty() || m_named.contains(idOf(one)) || !model::session::isOnePartner(partner, suggested))
            continue;
        m_corrections[static_cast<size_t>(row)].name = name;
        m_list->item(row)->setText(textOf(row));
    }
}

void BatchPanel::keepOpen(const std::function<bool(const SuggestionId &)> &isOpen)
{
    for (int row = 0; row < static_cast<int>(m_suggestions.size()); ++row) {
        if (!isOpen(idOf(m_suggestions[static_cast<size_t>(row)]))) {
            m_list->item(row)->setCheckState(Qt::Unchecked);
            m_list->item(row)->setFlags(Qt::NoItemFlags);
        }
    }
    updateButton();
}

Batch BatchPanel::batch() const
{
    Batch batch;
    for (int row = 0; row < static_cast<int>(m_suggestions.size()); ++row) {
        const SuggestionId id = idOf(m_suggestions[static_cast<size_t>(row)]);
        if (!(m_list->item(row)->flags() & Qt::ItemIsEnabled))
            continue;
        if (m_list->item(row)->checkState() == Qt::Checked)
            batch.accepted.push_back({id, m_corrections[static_cast<size_t>(row)]});
        else
            batch.rejected.push_back(id);
    }
    return batch;
}

QString BatchPanel::textOf(int row) const
{
    const QueuedSuggestion &one = m_suggestions[static_cast<size_t>(row)];
    const Correction &correction = m_corrections[static_cast<size_t>(row)];
    const auto orElse = [](const QString &said, const QString &suggested) { return said.isEmpty() ? suggested : said; };
    const auto *link = std::get_if<LinkSuggestion>(&one);
    const auto *tag = std::get_if<TagSuggestion>(&one);
    const QString what =
        link ? tr("%1 × %2, %3", "partner, permission, stance")
                   .arg(orElse(correction.name, link->partner), orElse(correction.permission, link->permission),
                        wordFor(correction.stance.value_or(link->stance)).toLower())
        : tag->name.isEmpty() ? wordFor(tag->kind)
                              : tr("%1: %2", "kind, name").arg(wordFor(tag->kind), orElse(correction.name, tag->name));
    return tr("%1  %2", "number, what is suggested").arg((row + 1) % most).arg(what);
}

QString BatchPanel::wordsOf(const QueuedSuggestion &suggestion) const
{
    const model::Passage &passage = passageOf(suggestion);
    return tr("%1, p. %2: “%3”", "document, page, quote")
        .arg(m_titles.value(passage.document))
        .arg(passage.firstPage + 1)
        .arg(shortened(passage.quote, 160));
}

void BatchPanel::updateButton()
{
    const Batch now = batch();
    m_decide->setText(tr("Accept %1, reject %2", "how many").arg(now.accepted.size()).arg(now.rejected.size()));
}

void BatchPanel::toggle(int row)
{
    if (row >= m_list->count() || !(m_list->item(row)->flags() & Qt::ItemIsEnabled))
        return;
    m_list->setCurrentRow(row);
    QListWidgetItem *item = m_list->item(row);
    item->setCheckState(item->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
}

bool BatchPanel::handleKey(int key)
{
    if (key >= Qt::Key_0 && key <= Qt::Key_9) {
        toggle((key - Qt::Key_0 + most - 1) % most);
        return true;
    }
    for (size_t i = 0; i < stanceKeys.size(); ++i) {
        const auto *now = chosen();
        if (key != stanceKeys[i] || !now)
            continue;
        if (std::holds_alternative<LinkSuggestion>(*now)) {
            Correction said;
            said.stance = model::allStances[i];
            correct(idOf(*now), said);
        }
        return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter)
        Q_EMIT decided(batch());
    else if (key == Qt::Key_Escape)
        close();
    else
        return false;
    return true;
}

bool BatchPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress && !m_isWaiting) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (!(key->modifiers() & ~Qt::KeypadModifier) && handleKey(key->key()))
            return true;
    }
    return QFrame::eventFilter(watched, event);
}

void BatchPanel::keyPressEvent(QKeyEvent *event)
{
    if (!m_isWaiting) {
        QFrame::keyPressEvent(event);
        return;
    }
    if (event->key() == Qt::Key_Escape)
        close();
    event->accept();
}

} // namespace ui::review
