// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/error.h"

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;

namespace ui {

/// A line across the window that says in a sentence what went wrong, or what was done. Stays until it is closed or the
/// next one takes its place. Hidden when it has nothing to say.
class ProblemBar final : public QFrame {
    Q_OBJECT
public:
    explicit ProblemBar(QWidget *parent = nullptr);

    void showError(const model::Error &error);
    void showProblem(const QString &sentence);
    void showNews(const QString &sentence);
    /// News with something to do about it; `act` runs while `context` lives.
    void showNews(const QString &sentence, const QString &action, QObject *context, std::function<void()> act);
    QString sentence() const;

private:
    enum class Tone { Problem, News };
    void say(const QString &sentence, Tone tone);
    void paintEvent(QPaintEvent *event) override;

    Tone m_tone = Tone::News;
    QLabel *m_text = nullptr;
    QPushButton *m_action = nullptr;
};

} // namespace ui
