// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/error.h"

#include <QFrame>
#include <QTimer>

#include <functional>

class QLabel;
class QPushButton;

namespace ui {

/// A box that says in a sentence what went wrong, or what was done. Goes with the next thing that is done (settle),
/// news also after some seconds. Hidden when it has nothing to say.
class ProblemBar final : public QFrame {
    Q_OBJECT
public:
    explicit ProblemBar(QWidget *parent = nullptr);

    void showError(const model::Error &error);
    void showProblem(const QString &sentence);
    void showLasting(const QString &sentence); ///< a problem that stays true until it is closed
    void showNews(const QString &sentence);
    enum class Stays { UntilDecided, AWhile };
    /// News with something to do about it; `act` runs while `context` lives.
    void showNews(const QString &sentence, const QString &action, QObject *context, std::function<void()> act,
                  Stays stays = Stays::UntilDecided);
    void settle(); ///< the reporter has gone on
    QString sentence() const;

private:
    enum class Tone { Problem, Lasting, News };
    void say(const QString &sentence, Tone tone);
    void paintEvent(QPaintEvent *event) override;

    Tone m_tone = Tone::News;
    QTimer m_forget;
    QString m_undecided; ///< what there is something to do about
    QLabel *m_text = nullptr;
    QPushButton *m_action = nullptr;
};

} // namespace ui
