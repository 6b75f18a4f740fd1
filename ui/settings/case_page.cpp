// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/case_page.h"

#include "ui/common/elided_line_edit.h"
#include "ui/common/words.h"
#include "ui/settings/learned_box.h"

#include <QCheckBox>
#include <QDir>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ui::settings {

using model::session::CaseFile;
using model::session::CaseSession;

CasePage::CasePage(CaseSession &session, Preferences &preferences, Prompts &prompts, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_preferences(preferences)
{
    setObjectName(QStringLiteral("casePage"));
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(scroll);
    auto *content = new QWidget(scroll);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(32, 24, 32, 24);
    column->setSpacing(16);
    auto *title = new QLabel(tr("Case %1").arg(session.name()), this);
    title->setTextFormat(Qt::PlainText);
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    title->setFont(large);
    column->addWidget(title);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setSpacing(12);
    // A path has no spaces for a label to break at.
    auto *folder = new ElidedLineEdit(QDir::toNativeSeparators(session.path()), this);
    folder->setObjectName(QStringLiteral("caseFolder"));
    folder->setAccessibleName(tr("Folder"));
    folder->setReadOnly(true);
    folder->setMaximumWidth(960);
    folder->setCursorPosition(0);
    form->addRow(tr("Folder"), folder);
    m_holderText = new QPlainTextEdit(this);
    m_holderText->setObjectName(QStringLiteral("holders"));
    m_holderText->setAccessibleName(tr("Who holds the data, one name a line"));
    m_holderText->setPlaceholderText(tr("One name a line"));
    m_holderText->setTabChangesFocus(true);
    m_holderText->setMaximumHeight(96);
    m_holderText->setMaximumWidth(480);
    form->addRow(tr("&Holders of the data"), m_holderText);
    m_reviewer = new QLineEdit(m_preferences.reviewer(), this);
    m_reviewer->setObjectName(QStringLiteral("reviewer"));
    m_reviewer->setAccessibleName(tr("Your name in the journal"));
    m_reviewer->setMaximumWidth(480);
    form->addRow(tr("&Your name in the journal"), m_reviewer);
    auto *hint =
        new QLabel(tr("Every decision is written to the case's journal under this name. A new name holds from the "
                      "next time the case is opened."),
                   this);
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);
    // A form gives a label no more than the width it would have on its own.
    hint->setSizePolicy(QSizePolicy::MinimumExpanding, QSizePolicy::Minimum);
    hint->setMaximumWidth(480);
    form->addRow(QString(), hint);
    auto *recent = new QCheckBox(tr("&Remember recent cases on the start page"), this);
    recent->setObjectName(QStringLiteral("keepRecentCases"));
    recent->setChecked(m_preferences.keepsRecentCases());
    form->addRow(QString(), recent);
    column->addLayout(form);
    m_learned = new LearnedBox(session, prompts, this);
    m_learned->setMaximumWidth(640);
    column->addWidget(m_learned);
    auto *secrecy = new QLabel(tr("A case is not encrypted. Keep its folder on an encrypted disk."), this);
    secrecy->setWordWrap(true);
    column->addWidget(secrecy);
    auto *done = new QPushButton(tr("Done"), this);
    done->setObjectName(QStringLiteral("casePageDone"));
    done->setShortcut(Qt::Key_Escape);
    done->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    column->addWidget(done);
    column->addStretch(1);
    scroll->setWidget(content);

    connect(recent, &QCheckBox::toggled, this, [this](bool keeps) { m_preferences.setKeepsRecentCases(keeps); });
    connect(m_reviewer, &QLineEdit::editingFinished, this, [this] {
        if (m_reviewer->text().simplified() != m_preferences.reviewer()) {
            m_preferences.setReviewer(m_reviewer->text());
            Q_EMIT reviewerChanged(m_preferences.reviewer());
        }
    });
    connect(done, &QPushButton::clicked, this, &CasePage::done);
    connect(&session, &CaseSession::changed, this, [this](const model::session::ChangeSet &changes) {
        if (changes.holders)
            reload();
    });
    connect(&session, &CaseSession::failed, this, &CasePage::reload);
    reload();
}

void CasePage::reload()
{
    m_inquiry.ask<QStringList>(
        m_session, [](const CaseFile &file) { return file.holders(); },
        [this](const model::Result<QStringList> &answer) {
            if (!answer)
                return;
            const bool typing = typedHolders() != m_holders;
            m_holders = *answer;
            if (!typing)
                m_holderText->setPlainText(m_holders.join(QLatin1Char('\n')));
        });
}

QStringList CasePage::typedHolders() const
{
    return namesIn(m_holderText->toPlainText(), QLatin1Char('\n'));
}

void CasePage::commitHolders()
{
    const QStringList holders = typedHolders();
    if (holders == m_holders)
        return;
    m_holders = holders;
    m_session.decide({{model::journal::SetHolders{holders}}});
}

void CasePage::hideEvent(QHideEvent *event)
{
    commitHolders();
    QWidget::hideEvent(event);
}

} // namespace ui::settings
