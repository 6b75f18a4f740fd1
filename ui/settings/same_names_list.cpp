// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/same_names_list.h"

#include "ui/common/words.h"

#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::settings {

using model::Subject;
using model::session::CaseFile;
using model::session::LikelySame;
using model::session::LikelySames;
using model::session::Likeness;

namespace {

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
    m_showsApart = new QCheckBox(this);
    m_showsApart->setObjectName(QStringLiteral("showApart"));
    column->addWidget(m_showsApart);
    connect(m_showsApart, &QCheckBox::toggled, this, &SameNamesList::fill);
    QAction *open = addKey(m_list, tr("Show where it says so"), "openSameNamesPassage", Qt::Key_Space);
    QAction *apart = addKey(m_list, tr("Not the same"), "dismissSameNames", Qt::Key_Delete);
    connect(open, &QAction::triggered, this, &SameNamesList::openPassage);
    connect(apart, &QAction::triggered, this, &SameNamesList::setApart);
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
    m_inquiry.ask<LikelySames>(
        m_session, [kind = m_kind](const CaseFile &file) { return model::session::likelySame(file, kind); },
        [this](model::Result<LikelySames> answer) {
            m_found = answer ? *std::move(answer) : LikelySames();
            fill();
        });
}

void SameNamesList::fill()
{
    const int row = m_list->currentRow();
    m_list->clear();
    const auto apart = static_cast<int>(m_found.apart.size());
    m_showsApart->setText(apart == 1 ? tr("Show the pair that you said is not the same")
                                     : tr("Show the %n pairs that you said are not the same", nullptr, apart));
    m_showsApart->setVisible(apart > 0);
    const bool showsApart = apart > 0 && m_showsApart->isChecked();
    m_pairs = showsApart ? m_found.apart : m_found.pairs;
    std::erase_if(m_pairs,
                  [this](const LikelySame &pair) { return !m_book.find(pair.one) || !m_book.find(pair.into); });
    for (const LikelySame &pair : m_pairs)
        m_list->addItem(tr("%1 → %2\n%3", "name, name it may be merged into, why")
                            .arg(m_book.find(pair.one)->name, m_book.find(pair.into)->name, reasonFor(pair)));
    m_list->setCurrentRow(std::clamp(row, 0, std::max(m_list->count() - 1, 0)));
    m_title->setText(showsApart
                         ? tr("You said of these that they are not the same. Delete takes that back.")
                         : tr("Likely the same. Enter shows what merging them does, Delete says that they are not."));
    setVisible(!m_pairs.empty() || apart > 0);
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

void SameNamesList::setApart()
{
    const LikelySame *chosen = current();
    if (!chosen)
        return;
    const bool isApart = !m_showsApart->isChecked() || m_found.apart.empty();
    auto &from = isApart ? m_found.pairs : m_found.apart;
    auto &to = isApart ? m_found.apart : m_found.pairs;
    const LikelySame pair = *chosen;
    std::erase(from, pair);
    to.push_back(pair);
    m_session.rememberBy([pair, isApart](CaseFile &file) { return model::session::setApart(file, pair, isApart); });
    fill();
}

} // namespace ui::settings
