// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/same_names_list.h"

#include "model/session/remembered.h"
#include "ui/common/words.h"

#include <QAction>
#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::settings {

using model::Subject;
using model::session::CaseFile;
using model::session::LikelySame;
using model::session::Likeness;

namespace {

const QString apartName = QStringLiteral("names that are not the same");

/// The same for a pair in either order.
QString pairText(const LikelySame &pair)
{
    QStringList ids{pair.one.toString(), pair.into.toString()};
    ids.sort();
    return ids.join(u' ');
}

QAction *addKey(QListWidget *list, const QString &text, const char *name, const QKeySequence &key)
{
    auto *action = new QAction(text, list);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    list->addAction(action);
    return action;
}

} // namespace

SameNamesList::SameNamesList(model::session::CaseSession &session, SubjectBook &book, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_book(book)
{
    setObjectName(QStringLiteral("sameNames"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_title = new QLabel(this);
    m_title->setWordWrap(true);
    column->addWidget(m_title);
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("sameNamesList"));
    m_list->setAccessibleName(tr("Names that may mean the same"));
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_list->setMinimumHeight(64);
    column->addWidget(m_list);
    QAction *open = addKey(m_list, tr("Show where it says so"), "openSameNamesPassage", Qt::Key_Space);
    QAction *apart = addKey(m_list, tr("Not the same"), "dismissSameNames", Qt::Key_Delete);
    connect(open, &QAction::triggered, this, &SameNamesList::openPassage);
    connect(apart, &QAction::triggered, this, &SameNamesList::dismiss);
    connect(m_list, &QListWidget::itemActivated, this, &SameNamesList::choose);
    hide();
}

void SameNamesList::setKind(model::SubjectKind kind)
{
    m_kind = kind;
    reload();
}

void SameNamesList::reload()
{
    struct Answer {
        std::vector<LikelySame> pairs;
        QString apart;
    };
    m_inquiry.ask<Answer>(
        m_session,
        [kind = m_kind](const CaseFile &file) -> model::Result<Answer> {
            auto pairs = model::session::likelySame(file, kind);
            if (!pairs)
                return pairs.error();
            const auto apart = model::session::remembered(file, apartName);
            if (!apart)
                return apart.error();
            return Answer{*std::move(pairs), *apart};
        },
        [this](model::Result<Answer> answer) {
            m_pairs.clear();
            if (answer) {
                const auto lines = answer->apart.split(u'\n', Qt::SkipEmptyParts);
                m_apart.unite(QSet<QString>(lines.begin(), lines.end()));
                m_pairs = std::move(answer->pairs);
            }
            fill();
        });
}

void SameNamesList::fill()
{
    const int row = m_list->currentRow();
    m_list->clear();
    std::erase_if(m_pairs, [this](const LikelySame &pair) {
        return m_apart.contains(pairText(pair)) || !m_book.find(pair.one) || !m_book.find(pair.into);
    });
    for (const LikelySame &pair : m_pairs)
        m_list->addItem(tr("%1 → %2\n%3", "name, name it may be merged into, why")
                            .arg(m_book.find(pair.one)->name, m_book.find(pair.into)->name, reasonFor(pair)));
    m_list->setCurrentRow(std::clamp(row, 0, std::max(m_list->count() - 1, 0)));
    m_title->setText(tr("Likely the same. Enter shows what merging them does, Delete says that they are not."));
    setVisible(!m_pairs.empty());
}

QString SameNamesList::reasonFor(const LikelySame &pair) const
{
    switch (pair.why) {
    case Likeness::Form:
        return tr("The same but for legal form, case or signs");
    case Likeness::Initials:
        return tr("One is short for the other");
    case Likeness::Spelling:
        return tr("Spelled nearly the same");
    case Likeness::Part:
        return tr("One is how the other begins");
    case Likeness::Meaning:
        return tr("The same action on the same kind of data");
    case Likeness::Text:
        break;
    }
    return tr("A text says so: “%1” (Space shows it)")
        .arg(pair.passage ? shortened(pair.passage->quote + pair.passage->suffix, 60) : QString());
}

const LikelySame *SameNamesList::current() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < static_cast<int>(m_pairs.size()) ? &m_pairs[static_cast<size_t>(row)] : nullptr;
}

void SameNamesList::choose()
{
    if (const LikelySame *pair = current())
        Q_EMIT chosen(LikelySame(*pair));
}

void SameNamesList::openPassage()
{
    if (const LikelySame *pair = current(); pair && pair->passage)
        Q_EMIT passageChosen(model::Passage(*pair->passage));
}

void SameNamesList::dismiss()
{
    const LikelySame *pair = current();
    if (!pair)
        return;
    m_apart.insert(pairText(*pair));
    QStringList lines(m_apart.begin(), m_apart.end());
    lines.sort();
    m_session.remember(apartName, lines.join(u'\n'));
    fill();
}

} // namespace ui::settings
