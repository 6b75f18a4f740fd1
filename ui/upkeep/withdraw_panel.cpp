// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/upkeep/withdraw_panel.h"

#include "model/session/withdraw.h"
#include "ui/common/problem_bar.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ui::upkeep {

using model::Document;
using model::session::CaseFile;

WithdrawPanel::WithdrawPanel(model::session::CaseSession &session, ProblemBar &bar, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_bar(bar)
{
    setObjectName(QStringLiteral("withdrawPanel"));
    setAccessibleName(tr("Withdraw a document"));
    setFrameShape(QFrame::StyledPanel);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 8, 8);
    column->setSpacing(6);
    m_text = new QLabel(this);
    m_text->setObjectName(QStringLiteral("withdrawText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setMinimumHeight(2 * fontMetrics().lineSpacing());
    m_scroll->setWidget(m_text);
    column->addWidget(m_scroll);
    m_reason = new QLineEdit(this);
    m_reason->setObjectName(QStringLiteral("withdrawReason"));
    m_reason->setAccessibleName(tr("Why it is withdrawn"));
    m_reason->setPlaceholderText(tr("Why? The reason stays in the journal for good."));
    column->addWidget(m_reason);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    m_sure = new QCheckBox(tr("I know that it cannot be brought back"), this);
    m_sure->setObjectName(QStringLiteral("withdrawSure"));
    row->addWidget(m_sure);
    row->addStretch(1);
    m_withdraw = new QPushButton(tr("Withdraw for good"), this);
    m_withdraw->setObjectName(QStringLiteral("withdrawButton"));
    row->addWidget(m_withdraw);
    auto *close = new QPushButton(tr("Cancel"), this);
    close->setObjectName(QStringLiteral("withdrawClose"));
    close->setAccessibleName(tr("Keep the document"));
    close->setShortcut(Qt::Key_Escape);
    row->addWidget(close);
    column->addLayout(row);
    connect(close, &QPushButton::clicked, this, &QWidget::hide);
    connect(m_reason, &QLineEdit::textChanged, this, &WithdrawPanel::updateButton);
    connect(m_sure, &QCheckBox::toggled, this, &WithdrawPanel::updateButton);
    connect(m_withdraw, &QPushButton::clicked, this, &WithdrawPanel::withdraw);
    hide();
}

void WithdrawPanel::open(const model::Sha256 &document)
{
    if (m_session.isReadOnly()) {
        m_bar.showProblem(m_session.readOnlyReason());
        return;
    }
    hide();
    m_document.reset();
    using Going = std::vector<Document>;
    m_inquiry.ask<Going>(
        m_session, [document](const CaseFile &file) { return model::session::withdrawnWith(file, document); },
        [this](const model::Result<Going> &answer) {
            if (answer)
                explain(*answer);
            else
                m_bar.showError(answer.error());
        });
}

void WithdrawPanel::explain(const std::vector<Document> &going)
{
    m_document = going.front();
    QStringList sentences = {
        tr("“%1” (%2) goes for good: its file, its text, every tag, link and note on it, and the backups in the case's "
           "folder, which are made anew.")
            .arg(m_document->title, m_document->file)};
    QStringList archives;
    for (size_t i = 1; i < going.size(); ++i)
        archives += QStringLiteral("“%1”").arg(going[i].file);
    if (archives.size() == 1)
        sentences += tr("The archive %1 that it came in goes too; the other files from it stay.").arg(archives.front());
    else if (!archives.isEmpty())
        sentences += tr("The archives %1 that it came in go too; the other files from them stay.")
                         .arg(archives.join(QStringLiteral(", ")));
    sentences += tr("Its hash, the time and your reason stay in the journal. Backups and exports that were made "
                    "elsewhere still have it: delete those yourself.");
    m_text->setText(sentences.join(QLatin1Char(' ')));
    m_reason->clear();
    m_sure->setChecked(false);
    updateButton();
    show();
    fitText();
}

void WithdrawPanel::fitText()
{
    m_scroll->setMaximumHeight(m_text->heightForWidth(m_scroll->width()) + 2);
}

void WithdrawPanel::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fitText();
}

void WithdrawPanel::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    m_reason->setFocus(Qt::OtherFocusReason);
}

void WithdrawPanel::updateButton()
{
    m_withdraw->setEnabled(m_document && m_sure->isChecked() && !m_reason->text().simplified().isEmpty());
}

void WithdrawPanel::withdraw()
{
    const Document document = *m_document;
    m_document.reset();
    hide();
    m_bar.showNews(tr("Withdrawing “%1”.").arg(document.title));
    m_session.withdraw(document.sha256, m_reason->text().simplified(), this, [this, document] {
        m_bar.showNews(
            tr("“%1” was withdrawn. Its hash, the time and the reason stay in the journal.").arg(document.title));
    });
}

} // namespace ui::upkeep
