// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/evidence_line.h"
#include "model/journal/decision.h"
#include "model/session/known_blank.h"

#include <QWidget>

#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QListView;
class QToolButton;

namespace ui::findings {
class NoteEditor;
}

namespace ui::matrix {

class BlankList;
class EvidenceListModel;
class PeriodLine;

/// Everything about one finding.
struct FindingDetails {
    model::FindingKey finding;
    QString partner;
    QString permission;
    model::Conclusion conclusion;
    std::vector<model::EvidenceLine> evidence;
    std::optional<model::Note> note;
    model::Conclusion proposed = {}; ///< what the evidence adds up to
};

/// Beside the matrix: what is concluded on the chosen finding, and the passages it rests on.
class FindingPanel final : public QWidget {
    Q_OBJECT
public:
    explicit FindingPanel(QWidget *parent = nullptr);

    void showFinding(FindingDetails details);
    void showNothing(const QString &sentence);
    void showBlank(model::session::KnownBlank blank); ///< below what is shown, of an empty cell
    void takeBack(); ///< what was decided here could not be written; showFinding() with what holds follows
    const std::optional<FindingDetails> &details() const { return m_details; }
    const model::SearchHit *firstNamingPage() const; ///< of the blank that is shown; null where there is none
    bool focusEvidence();                            ///< or the pages of a blank; false where there is neither
    void focusVerdict();                             ///< with its list open; `verdictLeft` follows once that is closed
    void focusPeriod();    ///< Enter goes on to its end, and from there leaves; a whole period leaves at once
    void focusPeriodEnd(); ///< Enter leaves
    void focusNote();

Q_SIGNALS:
    void decided(const model::journal::Decision &decision);
    void verdictLeft(); ///< or the period
    void passageChosen(const model::Passage &passage);
    /// Of the evidence that is chosen in the list, else of the first; nothing where there is none.
    void passageShown(const std::optional<model::Passage> &passage);
    void hitChosen(const model::SearchHit &hit); ///< of a blank
    void unlinkRequested(const model::LinkId &link);
    void proposalTaken(); ///< wanted, in the place of what is said
    void problem(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setVerdict(int index);
    void tellPassage();
    void showProposal();

    std::optional<FindingDetails> m_details;
    QLabel *m_title = nullptr;
    QLabel *m_hint = nullptr;
    QWidget *m_body = nullptr;
    QComboBox *m_verdict = nullptr;
    bool m_leavesVerdict = false; ///< when its list closes
    PeriodLine *m_period = nullptr;
    QToolButton *m_proposed = nullptr;
    QLabel *m_count = nullptr;
    EvidenceListModel *m_model = nullptr;
    QListView *m_evidence = nullptr;
    findings::NoteEditor *m_note = nullptr;
    BlankList *m_blank = nullptr;
};

} // namespace ui::matrix
