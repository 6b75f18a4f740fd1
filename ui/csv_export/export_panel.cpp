// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/csv_export/export_panel.h"

#include "ui/common/problem_bar.h"
#include "ui/common/prompts.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::csv_export {

using model::session::ExportRequest;
using model::session::ExportSummary;

namespace {

constexpr int shortHash = 12; // letters of it, enough to tell two states of a case apart by eye

} // namespace

ExportPanel::ExportPanel(model::session::CaseSession &session, Prompts &prompts, ProblemBar &bar, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_prompts(prompts)
    , m_bar(bar)
{
    setObjectName(QStringLiteral("exportPanel"));
    setAccessibleName(tr("Export to a CSV file"));
    setFrameShape(QFrame::StyledPanel);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 8, 8);
    column->setSpacing(4);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    column->addLayout(row);
    auto *options = new QHBoxLayout;
    options->setSpacing(12);
    column->addLayout(options);
    row->addWidget(new QLabel(tr("Export to CSV:"), this));
    m_layout = new QComboBox(this);
    m_layout->setObjectName(QStringLiteral("exportLayout"));
    m_layout->setAccessibleName(tr("What a line of the file is"));
    m_layout->addItem(tr("The matrix, a line for each partner"), static_cast<int>(ExportRequest::Layout::Wide));
    m_layout->addItem(tr("A line for each finding"), static_cast<int>(ExportRequest::Layout::Long));
    m_layout->addItem(tr("A line for each evidence passage"), static_cast<int>(ExportRequest::Layout::Evidence));
    m_layout->setMinimumContentsLength(8); // narrower than its longest line, where it must be
    row->addWidget(m_layout);
    m_mark = new QCheckBox(tr("For &Excel"), this);
    m_mark->setObjectName(QStringLiteral("exportMark"));
    m_mark->setToolTip(tr("Begins the file with the mark that tells Excel how its letters are written."));
    options->addWidget(m_mark);
    m_filtered = new QCheckBox(tr("Only what the filter &shows"), this);
    m_filtered->setObjectName(QStringLiteral("exportFiltered"));
    options->addWidget(m_filtered);
    m_hidden = new QCheckBox(tr("Also &hidden words"), this);
    m_hidden->setObjectName(QStringLiteral("exportHidden"));
    m_hidden->setToolTip(tr("Also the words of passages that whoever made the document hid. Else each says that it was "
                            "left out."));
    options->addWidget(m_hidden);
    options->addStretch(1);
    row->addStretch(1);
    m_choose = new QPushButton(tr("Choose the file"), this);
    m_choose->setObjectName(QStringLiteral("exportChoose"));
    row->addWidget(m_choose);
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("exportClose"));
    close->setAccessibleName(tr("Close the export"));
    close->setShortcut(Qt::Key_Escape);
    row->addWidget(close);
    connect(close, &QPushButton::clicked, this, &ExportPanel::leave);
    connect(m_choose, &QPushButton::clicked, this, &ExportPanel::choose);
    for (QWidget *choice :
         {static_cast<QWidget *>(m_layout), static_cast<QWidget *>(m_mark), static_cast<QWidget *>(m_filtered),
          static_cast<QWidget *>(m_hidden), static_cast<QWidget *>(m_choose)})
        choice->installEventFilter(this);
    hide();
}

void ExportPanel::open(const model::MatrixFilter &filter)
{
    m_shown = filter;
    m_hidden->setChecked(false); // to be said each time
    m_filtered->setVisible(!filter.isEmpty());
    m_filtered->setChecked(!filter.isEmpty());
    show();
    m_layout->setFocus(Qt::OtherFocusReason);
}

bool ExportPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && m_choose->isEnabled()) {
            choose();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void ExportPanel::choose()
{
    const auto layout = static_cast<ExportRequest::Layout>(m_layout->currentData().toInt());
    const QString what = layout == ExportRequest::Layout::Wide   ? tr("matrix")
                         : layout == ExportRequest::Layout::Long ? tr("findings")
                                                                 : tr("evidence");
    m_prompts.askCsvFile(this, QStringLiteral("%1-%2.csv").arg(m_session.name(), what),
                         [this](const QString &path) { write(path); });
}

void ExportPanel::write(const QString &path)
{
    ExportRequest request;
    request.path = path;
    request.layout = static_cast<ExportRequest::Layout>(m_layout->currentData().toInt());
    request.byteOrderMark = m_mark->isChecked();
    request.withHidden = m_hidden->isChecked();
    if (m_filtered->isVisibleTo(this) && m_filtered->isChecked())
        request.filter = m_shown;
    m_choose->setEnabled(false);
    m_inquiry.ask<ExportSummary>(
        m_session, [request](const model::session::CaseFile &file) { return exportCase(file, request); },
        [this, request](const model::Result<ExportSummary> &answer) {
            m_choose->setEnabled(true);
            if (!answer) {
                m_bar.showError(answer.error());
                return;
            }
            m_hidden->setChecked(false);
            leave();
            m_bar.showNews(
                sentenceOf(*answer, request.layout), tr("Copy the fingerprint"), this,
                [head = answer->journalHead] { QGuiApplication::clipboard()->setText(head); },
                ProblemBar::Stays::AWhile);
        });
}

QString ExportPanel::sentenceOf(const ExportSummary &summary, ExportRequest::Layout layout) const
{
    const int lines = static_cast<int>(summary.lines);
    const QString path = QDir::toNativeSeparators(summary.path);
    const QString written =
        layout == ExportRequest::Layout::Wide
            ? (lines == 1 ? tr("The matrix was written to %1, with 1 partner.").arg(path)
                          : tr("The matrix was written to %1, with %n partners.", nullptr, lines).arg(path))
        : layout == ExportRequest::Layout::Long
            ? (lines == 1 ? tr("1 finding was written to %1.").arg(path)
                          : tr("%n findings were written to %1.", nullptr, lines).arg(path))
            : (lines == 1 ? tr("1 evidence passage was written to %1.").arg(path)
                          : tr("%n evidence passages were written to %1.", nullptr, lines).arg(path));
    return tr("%1 The case's fingerprint then, %2 …, shows later what it was written from.", "sentence, hash")
        .arg(written, summary.journalHead.left(shortHash));
}

void ExportPanel::leave()
{
    const bool hasKeyboard = isAncestorOf(window()->focusWidget());
    hide();
    if (hasKeyboard)
        Q_EMIT left();
}

} // namespace ui::csv_export
