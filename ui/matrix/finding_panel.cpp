// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/matrix/finding_panel.h"

#include "ui/common/marks.h"
#include "ui/common/words.h"
#include "ui/findings/note_editor.h"
#include "ui/matrix/blank_list.h"
#include "ui/matrix/evidence_delegate.h"
#include "ui/matrix/evidence_list_model.h"
#include "ui/matrix/period_line.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QListView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace ui::matrix {

namespace journal = model::journal;

FindingPanel::FindingPanel(QWidget *parent)
    : QWidget(parent)
    , m_model(new EvidenceListModel(this))
{
    setObjectName(QStringLiteral("findingPanel"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(8);
    m_title = new QLabel(this);
    m_title->setObjectName(QStringLiteral("findingTitle"));
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    column->addWidget(m_title);
    m_hint = new QLabel(this);
    m_hint->setObjectName(QStringLiteral("findingHint"));
    m_hint->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(m_hint);

    m_body = new QWidget(this);
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(8);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_verdict = new QComboBox(m_body);
    m_verdict->setObjectName(QStringLiteral("verdict"));
    m_verdict->setAccessibleName(tr("Verdict on this finding"));
    for (const model::Verdict verdict : model::allVerdicts)
        m_verdict->addItem(iconFor(verdict), wordFor(verdict));
    form->addRow(tr("&Verdict"), m_verdict);
    m_period = new PeriodLine(m_body);
    connect(m_period, &PeriodLine::said, this, [this](const model::Period &period) {
        if (m_details)
            Q_EMIT decided({{journal::SetPeriod{m_details->finding, period}}});
    });
    connect(m_period, &PeriodLine::left, this, &FindingPanel::verdictLeft);
    connect(m_period, &PeriodLine::problem, this, &FindingPanel::problem);
    form->addRow(tr("Period"), m_period);
    body->addLayout(form);
    m_proposed = new QToolButton(m_body);
    m_proposed->setObjectName(QStringLiteral("proposedConclusion"));
    m_proposed->setAutoRaise(true);
    m_proposed->setFocusPolicy(Qt::TabFocus);
    m_proposed->setToolTip(tr("Takes this verdict and period, in place of what is said"));
    m_proposed->hide();
    connect(m_proposed, &QToolButton::clicked, this, &FindingPanel::proposalTaken);
    body->addWidget(m_proposed);
    m_count = new QLabel(m_body);
    m_count->setObjectName(QStringLiteral("evidenceCount"));
    m_count->setWordWrap(true);
    body->addWidget(m_count);
    m_evidence = new QListView(m_body);
    m_evidence->setObjectName(QStringLiteral("evidenceList"));
    m_evidence->setAccessibleName(tr("Evidence of this finding"));
    m_evidence->setModel(m_model);
    m_evidence->setItemDelegate(new EvidenceDelegate(m_evidence));
    m_evidence->setResizeMode(QListView::Adjust);
    m_evidence->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_evidence->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_evidence->setMinimumHeight(48);
    body->addWidget(m_evidence, 1);
    m_note = new findings::NoteEditor(QStringLiteral("findingNote"), m_body);
    body->addWidget(m_note);
    body->addStretch(0); // takes the room of an empty list
    column->addWidget(m_body, 1);
    m_blank = new BlankList(this);
    column->addWidget(m_blank, 1);
    column->addStretch(0);

    m_verdict->view()->window()->installEventFilter(this);
    connect(m_verdict, &QComboBox::activated, this, &FindingPanel::setVerdict);
    connect(m_evidence, &QListView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT passageChosen(m_model->line(index.row()).tag.passage); });
    connect(m_evidence->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (index.isValid())
            tellPassage();
    });
    connect(m_blank, &BlankList::hitChosen, this, &FindingPanel::hitChosen);
    connect(m_note, &findings::NoteEditor::noteDecided, this, &FindingPanel::decided);
    auto *unlink = new QAction(tr("Remove the link"), this);
    unlink->setObjectName(QStringLiteral("unlinkEvidence"));
    unlink->setShortcut(Qt::Key_Delete);
    unlink->setShortcutContext(Qt::WidgetShortcut);
    connect(unlink, &QAction::triggered, this, [this] {
        if (m_evidence->currentIndex().isValid())
            Q_EMIT unlinkRequested(m_model->line(m_evidence->currentIndex().row()).link.id);
    });
    m_evidence->addAction(unlink);
    m_evidence->setContextMenuPolicy(Qt::ActionsContextMenu);
    showNothing(tr("Choose a cell to see the evidence it rests on."));
}

void FindingPanel::showNothing(const QString &sentence)
{
    m_note->clear();
    m_period->forgetTyped();
    m_details.reset();
    m_title->hide();
    m_hint->setText(sentence);
    m_hint->show();
    m_body->hide();
    m_blank->clear();
    Q_EMIT passageShown(std::nullopt);
}

void FindingPanel::showBlank(model::session::KnownBlank blank)
{
    m_blank->showBlank(std::move(blank));
}

const model::SearchHit *FindingPanel::firstNamingPage() const
{
    return m_blank->first();
}

void FindingPanel::takeBack()
{
    m_note->takeBack();
}

void FindingPanel::showFinding(FindingDetails details)
{
    const bool same = m_details && m_details->finding == details.finding;
    m_details = std::move(details);
    m_title->setText(tr("%1 × %2").arg(m_details->partner, m_details->permission));
    m_title->show();
    m_hint->hide();
    m_body->show();
    m_verdict->setCurrentIndex(static_cast<int>(m_details->conclusion.verdict));
    if (!same)
        m_period->forgetTyped();
    m_period->showPeriod(m_details->conclusion.period);
    showProposal();
    QSet<model::Sha256> documents;
    for (const model::EvidenceLine &line : m_details->evidence)
        documents.insert(line.tag.passage.document);
    const auto count = m_details->evidence.size();
    m_count->setText(
        count == 0   ? tr("No evidence is linked to this finding.")
        : count == 1 ? tr("1 passage. Enter opens it on its page.")
        : documents.size() == 1
            ? tr("%Ln passages in 1 document. Enter opens one on its page.", nullptr, static_cast<int>(count))
            : tr("%Ln passages in %1 documents. Enter opens one on its page.", nullptr, static_cast<int>(count))
                  .arg(QLocale().toString(documents.size())));
    const int row = same ? m_evidence->currentIndex().row() : -1;
    m_model->setLines(m_details->evidence);
    if (!same || count > 0)
        m_blank->clear();
    m_evidence->setVisible(count > 0);
    // Without evidence the room is for the pages that were looked at.
    static_cast<QVBoxLayout *>(layout())->setStretchFactor(m_body, count > 0 ? 1 : 0);
    if (row >= 0 && row < m_model->rowCount())
        m_evidence->setCurrentIndex(m_model->index(row));
    m_note->show(tr("Note on this finding"), model::NoteTarget(m_details->finding), m_details->note);
    tellPassage();
}

void FindingPanel::tellPassage()
{
    const int row = std::max(0, m_evidence->currentIndex().row());
    Q_EMIT passageShown(row < m_model->rowCount() ? std::optional(m_model->line(row).tag.passage) : std::nullopt);
}

void FindingPanel::setVerdict(int index)
{
    if (!m_details)
        return;
    const auto verdict = static_cast<model::Verdict>(index);
    if (verdict != m_details->conclusion.verdict)
        Q_EMIT decided({{journal::SetVerdict{m_details->finding, verdict}}});
}

void FindingPanel::showProposal()
{
    const model::Conclusion &proposed = m_details->proposed;
    const model::Conclusion &now = m_details->conclusion;
    const auto adds = [](const auto &end, const auto &known) { return end && end != known; };
    const bool says = (proposed.verdict != model::Verdict::Open && proposed.verdict != now.verdict) ||
                      adds(proposed.period.from, now.period.from) || adds(proposed.period.to, now.period.to);
    m_proposed->setVisible(says);
    m_proposed->setText(proposed.period.isEmpty()
                            ? tr("By its evidence: %1", "verdict").arg(wordFor(proposed.verdict).toLower())
                            : tr("By its evidence: %1, %2", "verdict, period")
                                  .arg(wordFor(proposed.verdict).toLower(), proposed.period.toString()));
}

bool FindingPanel::focusEvidence()
{
    if (!m_details || m_model->rowCount() == 0)
        return m_blank->focusList();
    if (!m_evidence->currentIndex().isValid())
        m_evidence->setCurrentIndex(m_model->index(0));
    m_evidence->setFocus(Qt::OtherFocusReason);
    return true;
}

void FindingPanel::focusPeriod()
{
    if (m_details)
        m_period->focusBeginning();
}

void FindingPanel::focusPeriodEnd()
{
    if (m_details)
        m_period->focusEnd();
}

void FindingPanel::focusVerdict()
{
    if (!m_details)
        return;
    m_verdict->setFocus(Qt::ShortcutFocusReason);
    m_verdict->showPopup();
    m_leavesVerdict = true;
}

bool FindingPanel::eventFilter(QObject *watched, QEvent *event)
{
    // With the focus left on the closed box, the next arrow key would change the verdict again.
    if (event->type() == QEvent::Hide && watched == m_verdict->view()->window() &&
        std::exchange(m_leavesVerdict, false))
        Q_EMIT verdictLeft();
    return QWidget::eventFilter(watched, event);
}

void FindingPanel::focusNote()
{
    if (m_details)
        m_note->focusText();
}

} // namespace ui::matrix
