// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/copy_panel.h"

#include "model/session/case_session.h"
#include "ui/common/key_words.h"

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace ui::documents {

using model::Result;
using model::session::CaseFile;
using model::session::Copy;

namespace {

QString lineOf(const Copy &copy)
{
    if (copy.decision.rule == model::CopyRule::CopyOf)
        return CopyPanel::tr("%1 (joined by you)").arg(copy.document.title);
    if (!copy.likeness)
        return CopyPanel::tr("%1 (came first)").arg(copy.document.title);
    if (*copy.likeness >= 1)
        return CopyPanel::tr("%1 (same text)").arg(copy.document.title);
    // Never 100 %: it is not the same.
    return CopyPanel::tr("%1 (%2 % of the words are the same)")
        .arg(copy.document.title, QString::number(std::min(99.0, std::floor(*copy.likeness * 100))));
}

} // namespace

CopyPanel::CopyPanel(model::session::CaseSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
{
    setObjectName(QStringLiteral("copyPanel"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_sentence = new QLabel(this);
    m_sentence->setObjectName(QStringLiteral("copySentence"));
    m_sentence->setWordWrap(true);
    column->addWidget(m_sentence);
    m_list = new QListWidget(this);
    m_list->setObjectName(QStringLiteral("copyList"));
    m_list->setAccessibleName(tr("Copies of the document in view"));
    m_list->setMaximumHeight(120);
    column->addWidget(m_list);
    const auto button = [&](const char *name, const QString &text, const QString &tip, void (CopyPanel::*act)()) {
        auto *made = new QPushButton(text, this);
        made->setObjectName(QLatin1String(name));
        setKeyedToolTip(made, tip);
        column->addWidget(made);
        connect(made, &QPushButton::clicked, this, act);
        return made;
    };
    m_compare =
        button("copyCompare", tr("Show the differences"),
               tr("Show the chosen copy beside, with the words that differ marked on both"), &CopyPanel::compare);
    m_split = button("copySplit", tr("Count this one by itself"),
                     tr("This document is a source of its own, however alike the texts are"), &CopyPanel::split);
    m_join =
        button("copyJoin", tr("It is a copy of the one beside"),
               tr("This document, with its copies, and the one that stands beside ({keepBeside}) count as one source"),
               &CopyPanel::join);
    connect(m_list, &QListWidget::currentRowChanged, this, &CopyPanel::updateButtons);
    connect(m_list, &QListWidget::itemActivated, this, &CopyPanel::compare);
    connect(&session, &model::session::CaseSession::changed, this, [this](const model::session::ChangeSet &changes) {
        if (changes.documentList)
            ask();
    });
    show({});
}

void CopyPanel::setDocument(const std::optional<model::Sha256> &document)
{
    m_document = document;
    ask();
}

void CopyPanel::setBeside(const std::optional<model::Sha256> &document)
{
    m_beside = document;
    updateButtons();
}

void CopyPanel::ask()
{
    if (!m_document) {
        m_inquiry.cancel();
        show({});
        return;
    }
    m_inquiry.ask<std::vector<Copy>>(
        m_session, [document = *m_document](const CaseFile &file) { return copiesOf(file, document); },
        [this](const Result<std::vector<Copy>> &answer) { show(answer ? *answer : std::vector<Copy>()); });
}

void CopyPanel::show(const std::vector<Copy> &group)
{
    m_others = group;
    std::erase_if(m_others, [this](const Copy &copy) { return copy.document.sha256 == m_document; });
    m_list->clear();
    for (const Copy &copy : m_others)
        m_list->addItem(lineOf(copy));
    if (!m_others.empty())
        m_list->setCurrentRow(0);
    const auto others = static_cast<qlonglong>(m_others.size());
    m_sentence->setText(others == 0   ? tr("This document is a copy of no other one.")
                        : others == 1 ? tr("This document and one other count as one source:")
                                      : tr("This document and %1 others count as one source:").arg(others));
    m_list->setVisible(others > 0);
    updateButtons();
}

void CopyPanel::updateButtons()
{
    const bool hasOthers = !m_others.empty();
    m_compare->setVisible(hasOthers);
    m_compare->setEnabled(m_list->currentRow() >= 0);
    m_split->setVisible(hasOthers);
    const bool isOther = m_document && m_beside && m_document != m_beside &&
                         std::none_of(m_others.begin(), m_others.end(),
                                      [this](const Copy &copy) { return copy.document.sha256 == *m_beside; });
    m_join->setVisible(isOther);
}

void CopyPanel::compare()
{
    const int row = m_list->currentRow();
    if (row >= 0 && row < static_cast<int>(m_others.size()))
        Q_EMIT compareWanted(model::Sha256(m_others[static_cast<size_t>(row)].document.sha256));
}

void CopyPanel::split()
{
    if (m_document)
        m_session.decide([document = *m_document](const CaseFile &file) { return splitCopy(file, document); });
}

void CopyPanel::join()
{
    if (m_document && m_beside)
        m_session.decide([document = *m_document, with = *m_beside](const CaseFile &file) {
            return joinCopies(file, document, with);
        });
}

} // namespace ui::documents
